import { callWith } from '../call-with';
import { apiFailure } from './api-failure';

/**
 * Sends a request to Delivery Solutions and gives the answer if it is a success.
 * @throws Failure with the catalogue's words, or with better ones for a type of this call
 */
export const call = callWith(apiFailure);
