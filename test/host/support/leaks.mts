import { secretsOf } from '../../engine/support/registered-secrets.mts';
import type { Host } from '../host.mts';
import type { Served } from '../n8n/cluster.mts';
import { PORTAL_SECRET } from './accounts.mts';

const holds = (text: string, secret: string | RegExp): boolean =>
	typeof secret === 'string' ? text.includes(secret) : secret.test(text);

/**
 * Where n8n wrote a secret in the clear: in its log, or in its database, in which it encrypts
 * credentials and in which executions and static data are plain.
 */
export async function leaksOf({ log, stored, sandbox }: Host<Served>): Promise<string[]> {
	const places = [
		['the log', await log()],
		['the database', await stored()],
	];
	const secrets = [...secretsOf(sandbox), PORTAL_SECRET].filter((secret) => secret !== '');
	return places.flatMap(([place = '', text = '']) =>
		secrets.filter((secret) => holds(text, secret)).map((secret) => `${place}: ${String(secret)}`),
	);
}
