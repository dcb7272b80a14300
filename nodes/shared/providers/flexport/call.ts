import { callWith } from '../call-with';
import { apiFailure } from './api-failure';

/**
 * Sends a request to Flexport and gives the answer if it is a success.
 * @throws Failure with the catalogue's words, or with better ones for a status of this call
 */
export const call = callWith(apiFailure);
