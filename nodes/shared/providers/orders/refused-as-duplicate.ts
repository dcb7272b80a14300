import type { ApiAnswer } from '../../transport/api-request';

/**
 * Whether an answer refuses a second order with the same external id: by its status, or by its code
 * with any other status of a refusal.
 */
export function refusedAsDuplicate({ status }: ApiAnswer, code: string | undefined): boolean {
	const isRefusal = status >= 400 && status < 500;
	return isRefusal && (status === 409 || code === 'DUPLICATE_ORDER');
}
