import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { createOrder, TOKEN, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId } from '../support/order-parameters.mts';
import { findLeaks } from '../support/secrets.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { startSpoilingProxy } from '../support/spoiling-proxy.mts';
import { useHurry } from '../support/use-hurry.mts';

// That nothing leaks is asserted after each test, by the Deliverr desk.
const desk = useDeliverrDesk();
useHurry();

const READ = byExternalId('get', 'SHOP-1');
const goOn = { onError: 'continueRegularOutput' } as const;

const always = (path: RegExp, status: number, body: object | string) => {
	const fault: Fault = { kind: 'status', status, body };
	desk.sandbox.faults.add({ path, fault, when: { every: 1 } });
};

it('the search for leaks knows every token of the sandbox', () => {
	const tokens = [...Object.values(desk.api.tokens), ...Object.values(desk.api.addAccount())];
	for (const token of tokens) expect(findLeaks({ token }, TOKEN)).not.toEqual([]);
});

describe.each(['access', 'refresh'] as const)('an API that repeats the %s token', (kind) => {
	it.each<[string, (token: string) => object | string]>([
		['in the message', (token) => ({ code: 403, message: `Got ${token}.` })],
		['as the type', (token) => ({ code: 403, message: 'No.', type: token })],
		['as the code', (token) => ({ code: token, message: 'No.' })],
		['as it was sent', (token) => ({ message: `Got "Authorization: Bearer ${token}"` })],
		['in a page', (token) => `<html>${token}</html>`],
	])('does not bring it into an error: %s', async (_place, body) => {
		always(/orders/, 403, body(desk.api.tokens[kind]));
		expect(seenError(await desk.run(READ)).httpCode).toBe('403');
		expect(onlyErrorItem(await desk.run(createOrder(), goOn)).details.httpCode).toBe('403');
	});

	it('does not bring it into an order', async () => {
		const order: IDataObject = { orderId: '1', status: 'ERROR', note: desk.api.tokens[kind] };
		always(/orders/, 200, { ...order, error: { message: `Called with ${desk.api.tokens[kind]}` } });
		expect(onlyItem(await desk.run(READ)).error).toMatchObject({ message: 'Called with ***' });
		const raw = await desk.run(byExternalId('get', 'SHOP-1', { simplify: false }));
		expect(onlyItem(raw).note).toBe('***');
	});
});

it.each([false, true])(
	'a renewed token that the API repeats stands nowhere (new refresh tokens: %s)',
	async (rotates) => {
		desk.api.rotatesRefreshTokens = rotates;
		await desk.run(createOrder());
		// Every sandbox gives out the same tokens in turn: these are some that no other test had.
		for (let count = 0; count < (rotates ? 40 : 60); count += 1) desk.api.addAccount();
		desk.api.expireTokens();
		const repeated: string[] = [];
		const proxy = await startSpoilingProxy({
			target: desk.sandbox.url,
			spoil({ url, headers }) {
				const [, token = ''] = String(headers.authorization).split(' ');
				if (url?.endsWith('token') || token === desk.api.tokens.access) return undefined;
				repeated.push(token);
				const body = JSON.stringify({ code: 400, message: `The token ${token} may not do this.` });
				return { status: 400, body };
			},
		});
		const credentials = desk.credentials({ baseUrl: `${proxy.url}/deliverr` });
		const result = await desk.run(READ, { credentials });
		await proxy.close();
		expect(seenError(result).message).toBe(
			'Deliverr refused the values: The token *** may not do this (HTTP 400) [item 0]',
		);
		expect(repeated).toEqual([expect.stringMatching(TOKEN)]);
	},
);

it.each<[string, Fault]>([
	['500', { kind: 'status', status: 500 }],
	['400', { kind: 'status', status: 400 }],
	['a connection that is cut', { kind: 'cutBefore' }],
	['half an answer', { kind: 'cutDuring' }],
])('a token endpoint that fails with %s is told without either token', async (_name, fault) => {
	desk.sandbox.faults.add({ path: /token$/, fault, when: { every: 1 } });
	const credentials = desk.credentials({ accessToken: desk.api.tokens.expired });
	expect((await desk.run(READ, { credentials })).status).toBe('error');
	expect((await desk.run(createOrder(), { credentials, ...goOn })).status).toBe('success');
});

it('a token endpoint that repeats the refresh token is told without it', async () => {
	always(/token$/, 400, { code: 400, message: `${desk.api.tokens.refresh} is void` });
	const credentials = desk.credentials({ accessToken: desk.api.tokens.expired });
	expect(seenError(await desk.run(READ, { credentials })).httpCode).toBe('400');
});
