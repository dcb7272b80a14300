import type { DeliverySolutionsControl } from '../../sandbox/delivery-solutions/control.mts';

/** An access token of the sandbox's default account, as n8n may have kept one from earlier. */
export async function fetchToken({ tokenUrl, client }: DeliverySolutionsControl): Promise<string> {
	const basic = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
	const answer = await fetch(tokenUrl, {
		method: 'POST',
		headers: {
			Authorization: `Basic ${basic}`,
			'Content-Type': 'application/x-www-form-urlencoded',
		},
		body: 'grant_type=client_credentials',
	});
	return String(Object(await answer.json()).access_token);
}
