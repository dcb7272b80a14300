import type { Fault } from '../../sandbox/faults.mts';
import { failed, LIST, told, useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';
import { useQuietTime } from '../support/quiet-time.mts';

useQuietTime();
const desk = useShippingTriggerDesk({ isDatePinned: false });

const COUNT = 25;
const CHANGED = Array.from({ length: COUNT }, (_, index) => `SHOP-${index}: STAGED > IN_TRANSIT`);

/** An active trigger, and behind it 25 changes on three pages. */
async function hostWithNews(cursors: 'classic' | 'durable' = 'classic') {
	desk.api.mostPerPage = 10;
	for (let index = 0; index < COUNT; index += 1) desk.add(`SHOP-${index}`, 'STAGED');
	const host = await desk.active({}, { cursors });
	for (let index = 0; index < COUNT; index += 1) await desk.move(`SHOP-${index}`, 'IN_TRANSIT');
	return host;
}

const strike = (fault: Fault, nth: number[]) =>
	desk.sandbox.faults.add({ path: LIST, fault, when: { nth } });

const always = (fault: Fault) => desk.sandbox.faults.add({ path: LIST, fault, when: { every: 1 } });

describe('trouble that passes is not even noticed', () => {
	it.each<[string, Fault]>([
		['500', { kind: 'status', status: 500 }],
		['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 3 }],
		['429 without Retry-After', { kind: 'status', status: 429 }],
		['429 with a Retry-After of 20 seconds', { kind: 'status', status: 429, retryAfter: 20 }],
		['a connection cut before the answer', { kind: 'cutBefore' }],
		['a page cut in the middle', { kind: 'cutDuring' }],
		['a web page in place of the answer', { kind: 'notJson' }],
		['a token that expired', { kind: 'expiredToken' }],
	])('%s', async (_name, fault) => {
		const host = await hostWithNews();
		strike(fault, [2, 5]);
		expect(told(await host.poll())).toEqual(CHANGED);
		expect(told(await host.poll())).toEqual([]);
		expect(host.failures()).toEqual([]);
	});

	it('a token whose time is over', async () => {
		const host = await hostWithNews();
		desk.api.expireTokens();
		const before = desk.api.tokenRequests();
		expect(told(await host.poll())).toEqual(CHANGED);
		expect(desk.api.tokenRequests()).toBe(before + 1);
	});
});

describe.each(['classic', 'durable'] as const)(
	'trouble that lasts fails the poll; nothing is stored and nothing lost (%s)',
	(cursors) => {
		it.each<[string, Fault, RegExp, unknown]>([
			['500', { kind: 'status', status: 500 }, /HTTP 500/, { cause: 'temporarily-unavailable' }],
			[
				'connections that are cut',
				{ kind: 'cutBefore' },
				/did not answer: the connection was cut/,
				{ cause: 'temporarily-unavailable' },
			],
			[
				'pages cut in the middle',
				{ kind: 'cutDuring' },
				/did not answer/,
				{ cause: 'temporarily-unavailable' },
			],
			[
				'a wait of 21 seconds',
				{ kind: 'status', status: 429, retryAfter: 21 },
				/keeps asking to slow down \(HTTP 429\)/,
				{ cause: 'rate-limited', retryAfterMs: 21_000 },
			],
			[
				'a wait of an hour',
				{ kind: 'status', status: 429, retryAfter: 3600 },
				/keeps asking to slow down \(HTTP 429\)/,
				{ cause: 'rate-limited', retryAfterMs: 3_600_000 },
			],
			[
				'429 and no end of it',
				{ kind: 'status', status: 429 },
				/keeps asking to slow down \(HTTP 429\)/,
				{ cause: 'rate-limited' },
			],
			[
				'tokens that are not accepted',
				{ kind: 'expiredToken' },
				/does not accept the access token \(HTTP 401\)/,
				{ cause: 'credential-invalid' },
			],
			[
				'403',
				{ kind: 'status', status: 403 },
				/does not let this account do that.* \(HTTP 403\)/,
				{ cause: 'credential-invalid' },
			],
			['404', { kind: 'status', status: 404 }, /HTTP 404/, { cause: 'configuration-invalid' }],
		])('%s, from the second page on', async (_name, fault, message, failure) => {
			const host = await hostWithNews(cursors);
			const stored = host.staticData();
			const nth = Array.from({ length: 200 }, (_, index) => index + 2);
			const end = strike(fault, nth);
			const error = failed(await host.poll());
			expect(error.message).toMatch(message);
			expect(error.failure).toEqual(failure);
			expect(host.staticData()).toEqual(stored);
			expect(host.outputs()).toEqual([]);
			expect(host.failures()).toHaveLength(1);
			end();
			expect(told(await host.poll())).toEqual(CHANGED);
			expect(told(await host.poll())).toEqual([]);
		});
	},
);

describe('a wait that the API asks for in the middle of a list', () => {
	it.each([
		['of 20 seconds is waited for: the page is asked for again, and the list read twice', 20, 7],
		['of 21 seconds is left to n8n, which polls later', 21, 2],
	])('%s', async (_name, retryAfter, requests) => {
		const host = await hostWithNews();
		desk.sandbox.log.clear();
		strike({ kind: 'status', status: 429, retryAfter }, [2]);
		await host.poll();
		expect(desk.lists()).toHaveLength(requests);
	});
});

describe('a credential that is refused', () => {
	it.each([
		[
			'a wrong secret',
			() => ({ clientSecret: 'mistyped' }),
			'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
			{ cause: 'credential-invalid' },
		],
		[
			'a client that is blocked',
			() => ({ ...desk.api.blockedClient }),
			'Delivery Solutions has blocked this client (HTTP 403)',
			{ cause: 'credential-invalid' },
		],
		[
			'an address that is none',
			() => ({ baseUrl: 'lynkup' }),
			"The credential's 'Base URL' is not a web address",
			{ cause: 'configuration-invalid' },
		],
	])('(%s) keeps the trigger from becoming active, and says why', async (_n, change, what, why) => {
		const host = desk.host({}, { credentials: desk.credentials(change()) });
		const error = await desk.refusal(host.activate());
		expect(error.message).toBe(what);
		expect(Reflect.get(error, 'failure')).toEqual(why);
		expect(host.staticData()).toEqual({});
	});

	it('while the trigger is active fails the polls until it is mended, and loses nothing', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		await desk.move('SHOP-1', 'STAGED');
		host.setCredentials(desk.credentials({ clientSecret: 'mistyped' }));
		const { message, failure } = failed(await host.poll());
		expect(message).toContain('does not accept the client ID and client secret');
		expect(failure).toEqual({ cause: 'credential-invalid' });
		host.setCredentials(desk.credentials());
		expect(told(await host.poll())).toEqual(['SHOP-1: ORDER_DISPATCHED > STAGED']);
	});

	it('is not the fault of a token endpoint that is down for a while', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		await desk.move('SHOP-1', 'STAGED');
		desk.api.expireTokens();
		const fault: Fault = { kind: 'status', status: 500 };
		const end = desk.sandbox.faults.add({ path: /oauth\/token$/, fault, when: { every: 1 } });
		expect(failed(await host.poll()).failure).toEqual({ cause: 'temporarily-unavailable' });
		end();
		expect(told(await host.poll())).toEqual(['SHOP-1: ORDER_DISPATCHED > STAGED']);
	});
});

describe('a success that holds no list', () => {
	it('fails the poll, and loses nothing', async () => {
		const host = await hostWithNews();
		const end = always({ kind: 'status', status: 200, body: { message: 'Welcome' } });
		const { message } = failed(await host.poll());
		expect(message).toContain('something other than a list');
		end();
		expect(told(await host.poll())).toEqual(CHANGED);
	});
});
