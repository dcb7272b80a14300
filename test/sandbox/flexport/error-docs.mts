/** What the `type` of every problem begins with. The exact addresses are not documented. */
export const ERROR_DOCS = 'https://docs.logistics-api.flexport.com/errors/';
