import { fetchToken } from '../../../engine/support/fetch-token.mts';
import type { Sandbox } from '../../../sandbox/server.mts';
import type { Answer } from './strict-api.mts';
import { callOf, type Taped } from './tape.mts';

/** Sends what a node asks to the sandbox, as n8n would, and keeps what it answers. */
export async function liveAccounts(sandbox: Sandbox): Promise<{ answer: Answer; tape: Taped[] }> {
	const tokens: Readonly<Record<string, string>> = {
		flexportApi: sandbox.flexport.tokens.full,
		deliverrApi: sandbox.deliverr.tokens.access,
		digitalRiverApi: sandbox.digitalRiver.keys.secret,
		deliverySolutionsApi: await fetchToken(sandbox.deliverySolutions),
	};
	const tape: Taped[] = [];
	const answer: Answer = async ({ credential, options }) => {
		const { method = 'GET', body, qs = {}, encoding } = options;
		const url = new URL(options.url);
		for (const [name, value] of Object.entries(qs)) url.searchParams.append(name, String(value));
		const response = await fetch(url, {
			method,
			headers: {
				...Object.fromEntries(
					Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value)]),
				),
				...(credential ? { Authorization: `Bearer ${tokens[credential]}` } : {}),
				...(body ? { 'Content-Type': 'application/json' } : {}),
			},
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const bytes = Buffer.from(await response.arrayBuffer());
		const taped = {
			call: callOf(method, options.url),
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: encoding === 'arraybuffer' ? bytes : readBody(bytes.toString('utf8')),
		};
		tape.push(taped);
		return { statusCode: taped.status, headers: taped.headers, body: taped.body };
	};
	return { answer, tape };
}

function readBody(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
