import type { Sandbox } from '../../sandbox/server.mts';
import { isObject } from '../../sandbox/shared/json.mts';

/** What access tokens that are given out while a test runs look like. */
const ISSUED = [/sandbox\.[0-9A-Z]{10}\.[0-9A-Z]{10}/, /deliverr-(access|refresh)-[0-9A-Z]{4}/];

/** Everything secret that a request to register a webhook holds. */
function secretsIn(body: unknown): string[] {
	if (!isObject(body)) return [];
	const { token, authentication } = body;
	const texts = typeof token === 'string' ? [token] : [];
	if (!isObject(authentication)) return texts;
	const { username, password } = authentication;
	const basic = Buffer.from(`${String(username)}:${String(password)}`).toString('base64');
	return [...texts, String(password), basic];
}

/** Everything secret that the credentials and the webhooks of a sandbox have held so far. */
export function secretsOf(sandbox: Sandbox): Array<string | RegExp> {
	const { flexport, deliverr, digitalRiver, deliverySolutions, log } = sandbox;
	const registered = log.all().filter(({ method }) => method === 'POST');
	return [
		...Object.values(flexport.tokens),
		...Object.values(deliverr.tokens),
		...Object.values(digitalRiver.keys),
		deliverySolutions.client.clientSecret,
		...ISSUED,
		...registered.flatMap(({ body }) => secretsIn(body)),
		...digitalRiver.hooks.list().map(({ id }) => digitalRiver.hooks.secretOf(String(id))),
	];
}
