import { until } from '../support/until.mts';

/** Just activated, a webhook may not be there yet: sends until it is. */
export async function sendTo(
	url: string,
	body: object,
	headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
	return await until(`an answer of ${url}`, async () => {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
		const text = await answer.text();
		return answer.status === 404 ? undefined : { status: answer.status, text };
	});
}
