import type { Pace } from '../transport/pace';
import type { Runtime } from '../transport/runtime';

/**
 * The pace of an execution toward one account. It is shared by all nodes, items and executions of
 * this process that use the same credential at the same host, as the API counts them together.
 *
 * @param credential n8n's name of the credential type
 */
export function accountPace({ ctx, pace }: Runtime, credential: string, baseUrl: string): Pace {
	const id = ctx.getNode().credentials?.[credential]?.id;
	// A credential that is not stored has no ID, and nobody else uses it.
	return id ? pace.toward([credential, id, new URL(baseUrl).host].join(' ')) : pace;
}
