import { Failure } from '../failure';
import { isStopped } from '../pause';
import type { ApiAnswer, ApiRequest } from './api-request';

/** What a look for the work of a write brought; not sure if it could not look. */
interface Look {
	found?: ApiAnswer;
	isSure: boolean;
}

/** A look that fails finds nothing out; the next sending, or the giving up, then says what is wrong. */
export async function lookWhetherDone({ recover }: ApiRequest): Promise<Look> {
	if (!recover) return { isSure: false };
	return await recover().then(
		(found) => ({ isSure: true, ...(found ? { found } : {}) }),
		(error: unknown) => {
			if (error instanceof Failure && !isStopped(error)) return { isSure: false };
			throw error;
		},
	);
}
