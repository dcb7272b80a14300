import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { hurry } from '../support/hurry.mts';
import { FULFILLMENT_ORDER, useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters } from '../support/order-parameters.mts';
import { findLeaks } from '../support/secrets.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

// That nothing leaks is asserted after each test, by the order desk.
const desk = useOrderDesk();

let unhurry = (): void => undefined;
beforeEach(() => {
	unhurry = hurry();
});
afterEach(() => unhurry());

const READ = byExternalId('get', 'SHOP-1');
const CALLS: Array<[string, () => INodeParameters]> = [
	['a read', () => READ],
	['a create', () => createParameters(desk.sku())],
];

describe('the search for leaks', () => {
	it.each([
		['a text', 'so TOKEN is'],
		['an item', { json: { a: [{ b: 'TOKEN' }] } }],
		['the name of a field', { TOKEN: 1 }],
		['an error', new Error('TOKEN')],
		["an error's cause", new Error('a', { cause: { config: { headers: { x: 'TOKEN' } } } })],
		['a hidden property', Object.defineProperty({}, 'request', { value: 'TOKEN' })],
		['a map', new Map([['a', 'TOKEN']])],
		['bytes', Buffer.from('a TOKEN b')],
		['a header', { headers: { Authorization: '***' } }],
		['a line', '{"authorization": "Bearer abc"}'],
	])('finds one in %s', (_place, value) => {
		expect(findLeaks(value, 'TOKEN')).not.toEqual([]);
	});

	it('finds none where there is none', () => {
		const said = 'Got "Authorization: Bearer ***"';
		const value = { error: new Error(said), authorizationNeeded: 'yes' };
		expect(findLeaks(value, 'TOKEN')).toEqual([]);
	});

	it('goes through what a run leaves behind', async () => {
		const result = await desk.run(createParameters(desk.sku()));
		expect(findLeaks(result, 'SHOP-1').length).toBeGreaterThan(0);
	});
});

describe('an API that repeats the token', () => {
	const repeats: Array<[string, (token: string) => object | string]> = [
		['in the detail', (token) => ({ detail: `The token ${token} may not do this.` })],
		['as it was sent', (token) => ({ detail: `Got "Authorization: Bearer ${token}"` })],
		['in the message', (token) => ({ message: `No: ${token}` })],
		['in the title', (token) => ({ title: token })],
		['in the code', (token) => ({ code: token, detail: 'No.' })],
		['in the type', (token) => ({ type: `https://docs.flexport.com/${token}`, detail: 'No.' })],
		['several times', (token) => ({ detail: `${token} ${token}${token}` })],
		['in a field of its own', (token) => ({ headers: { authorization: `Bearer ${token}` } })],
		['in a page', (token) => `<html>${token}</html>`],
	];

	describe.each(CALLS)('in an answer to %s', (_call, parameters) => {
		it.each(repeats)('%s', async (_place, body) => {
			const fault: Fault = { kind: 'status', status: 403, body: body(desk.token) };
			desk.sandbox.faults.add({ fault, when: { every: 1 } });
			expect(seenError(await desk.run(parameters())).httpCode).toBe('403');
			const goOn = { onError: 'continueRegularOutput' } as const;
			expect(onlyErrorItem(await desk.run(parameters(), goOn)).details.httpCode).toBe('403');
		});

		it('in the request id', async () => {
			const headers = { 'x-correlation-id': desk.token };
			const fault: Fault = { kind: 'status', status: 403, headers };
			desk.sandbox.faults.add({ fault, when: { every: 1 } });
			expect(seenError(await desk.run(parameters())).httpCode).toBe('403');
		});

		it('in a server fault', async () => {
			const fault: Fault = { kind: 'status', status: 500, body: { detail: desk.token } };
			desk.sandbox.faults.add({ fault, when: { every: 1 } });
			expect(seenError(await desk.run(parameters())).description).toContain('***');
		});
	});

	it('in the reason why an order failed', async () => {
		await desk.run(createParameters(desk.sku()));
		const error = { type: 'UNKNOWN', message: `Called with ${desk.token}` } as const;
		desk.sandbox.flexport.setOrder('SHOP-1', { error });
		expect(onlyItem(await desk.run(READ)).error).toMatchObject({ message: 'Called with ***' });
		expect((await desk.run(byExternalId('retry', 'SHOP-1'))).status).toBe('success');
	});

	it('in an order that is given as the API has it', async () => {
		await desk.run(createParameters(desk.sku()));
		const error = { type: 'UNKNOWN', message: `Called with ${desk.token}` } as const;
		desk.sandbox.flexport.setOrder('SHOP-1', { error });
		const raw = await desk.run(byExternalId('get', 'SHOP-1', { simplify: false }));
		expect(onlyItem(raw).error).toMatchObject({ message: 'Called with ***' });
	});

	it.each([400, 422])('in the words that the headline has for %d', async (status) => {
		const body = { detail: `The token ${desk.token} is not for this.` };
		desk.sandbox.faults.add({ fault: { kind: 'status', status, body } });
		expect(seenError(await desk.run(READ)).message).toContain(': The token *** is not for this (');
	});
});

describe('a connection that carries the token and fails', () => {
	it.each(CALLS)('is told without it (%s)', async (_call, parameters) => {
		for (const kind of ['cutBefore', 'cutAfter', 'cutDuring'] as const) {
			const stop = desk.sandbox.faults.add({ fault: { kind }, when: { every: 1 } });
			expect((await desk.run(parameters())).status).toBe('error');
			stop();
		}
		const credentials = desk.credentials({ baseUrl: 'http://127.0.0.1:1' });
		expect((await desk.run(parameters(), { credentials })).status).toBe('error');
	});
});

describe('a token that was pasted carelessly', () => {
	const pasted: Array<[string, (token: string) => string]> = [
		['a blank after it', (token) => `${token} `],
		['a blank before it', (token) => ` ${token}`],
		['a line break after it', (token) => `${token}\n`],
		['a line break in it', (token) => `${token}\n${token}`],
		['a letter that no header takes', (token) => `${token}\u2013`],
	];
	const run = async (paste: (token: string) => string) => {
		const credentials = desk.credentials({ apiToken: paste(desk.token) });
		return await desk.run(READ, { credentials });
	};

	it.each(pasted)('is not shown, whatever comes of it: %s', async (_case, paste) => {
		expect((await run(paste)).status).toBe('error');
	});

	it.each(pasted.slice(0, 3))('is not shown when the API repeats it: %s', async (_case, paste) => {
		const body = { detail: `Not known: "${desk.token}".` };
		desk.sandbox.faults.add({ fault: { kind: 'status', status: 401, body } });
		expect(seenError(await run(paste)).httpCode).toBe('401');
	});
});

it('what n8n logs while it runs is looked through', async () => {
	const parameters = createParameters(desk.sku(), { provider: 'flexport' });
	const credentials = desk.credentials();
	const { logs } = await desk.engine.runNode(FULFILLMENT_ORDER, parameters, { credentials });
	expect(logs.length).toBeGreaterThan(0);
	expect(findLeaks(logs, desk.token)).toEqual([]);
});
