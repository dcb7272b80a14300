import { receive } from '../../../nodes/OrderStatusTrigger/receive.ts';
import { WEBHOOK_PROVIDERS } from '../../../nodes/shared/providers/webhook-systems.ts';
import type { IncomingPlan, SentHeader } from '../support/incoming.mts';
import {
	EVENTS,
	proven,
	registration,
	riverSignature,
	shippedEvent,
} from '../support/proven-delivery.mts';
import { deliveryContext, type TriggerPlan } from '../support/trigger-context.mts';

/** The own words of the systems for what the one vocabulary calls shipped. */
const WORDS: Readonly<Record<string, string | null>> = {
	flexport: null,
	deliverr: 'SHIPPED',
	digitalRiver: 'shipped',
	deliverySolutions: 'IN_TRANSIT',
};

let triggers = 0;

/** Hands a delivery to a trigger that no other test has. */
async function deliver(plan: TriggerPlan & IncomingPlan) {
	const play = deliveryContext({ nodeId: `receive-${++triggers}`, ...plan });
	const result = await receive(play.ctx);
	return { ...play, result, items: (result.workflowData ?? []).flat().map(({ json }) => json) };
}

type Delivered = Awaited<ReturnType<typeof deliver>>;

/** What whoever sent it gets to know, and what n8n does. */
const outcome = ({ answers, result }: Delivered) => ({ answers, result });

const REFUSED = {
	answers: [{ status: 401, body: 'Unauthorized' }],
	result: { noWebhookResponse: true },
};
const MALFORMED = {
	answers: [{ status: 400, body: 'Bad Request' }],
	result: { noWebhookResponse: true },
};
const NOTHING = { answers: [], result: { webhookResponse: { message: 'Received' } } };

describe.each(WEBHOOK_PROVIDERS)('a delivery of %s', (provider) => {
	it('starts the workflow with the event, with the same keys for every provider', async () => {
		const payload = shippedEvent(provider);
		const { answers, result, items, sent } = await deliver(proven(provider));
		expect(answers).toEqual([]);
		expect(Object.keys(result)).toEqual(['workflowData']);
		expect(items).toEqual([
			{
				eventId: expect.any(String),
				eventType: EVENTS[provider][0],
				provider,
				orderId: '5774321009',
				externalOrderId: provider === 'deliverr' ? null : 'SHOP-1',
				status: 'shipped',
				providerStatus: WORDS[provider],
				occurredAt: '2026-01-15T12:00:00.000Z',
				payload,
			},
		]);
		expect(sent).toEqual([]);
	});

	const without = (change: (headers: readonly SentHeader[]) => SentHeader[]) => {
		const plan = proven(provider);
		return { ...plan, headers: change(plan.headers ?? []) };
	};

	it.each<[string, (headers: readonly SentHeader[]) => SentHeader[]]>([
		['no header', ([type]) => (type ? [type] : [])],
		['an empty header', (all) => all.map(([name]) => [name, ''])],
		['a wrong proof', (all) => all.map(([name, value]) => [name, `${value}0`])],
		['a proof that was cut short', (all) => all.map(([name, value]) => [name, value.slice(0, -1)])],
		['its header twice', (all) => [...all, ...all.slice(1)]],
	])('with %s is refused, starts nothing and writes nothing', async (_what, change) => {
		const refused = await deliver(without(change));
		expect(outcome(refused)).toEqual(REFUSED);
		expect(refused.written).toEqual([]);
		expect(refused.sent).toEqual([]);
	});

	it.each<[string, Buffer | string | undefined]>([
		['no body', undefined],
		['an empty body', ''],
		['a list', '[]'],
		['a number', '7'],
		['a body that was cut short', '{"a":1'],
		['a body that is no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
		['a body 100,000 levels deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
	])('with %s is malformed, and refused as that only if it proves itself', async (_what, body) => {
		const malformed = await deliver({ ...proven(provider), body });
		expect(outcome(malformed)).toEqual(MALFORMED);
		expect(malformed.written).toEqual([]);
		const unproven = { ...without(() => []), body };
		expect(outcome(await deliver(unproven))).toEqual(REFUSED);
	});

	it.each([
		['the panel', 'provider'],
		['the events', 'events'],
		['the options', 'options'],
	])('is refused if %s cannot be read, and the log says why', async (_what, name) => {
		const failing = { name, error: new Error('the expression is broken') };
		const refused = await deliver({ ...proven(provider), failing });
		expect(outcome(refused)).toEqual(REFUSED);
		expect(refused.logged).toEqual([expect.stringContaining('the expression is broken')]);
	});

	it('is refused if the panel was changed to events of another provider', async () => {
		const parameters = { provider, events: ['of.another'] };
		expect(outcome(await deliver({ ...proven(provider), parameters }))).toEqual(REFUSED);
	});

	it('of an event that nobody asked for is fine, and starts nothing', async () => {
		const payload = { ...shippedEvent(provider), type: 'other', logisticsEventType: 'other' };
		const message = { medium: 'sms', contents: 'Hello', order: {} };
		const body = JSON.stringify(provider === 'deliverySolutions' ? message : payload);
		const unwanted = await deliver({ ...proven(provider), body });
		expect(outcome(unwanted)).toEqual(NOTHING);
		expect(unwanted.written).toEqual([]);
	});

	it('of a kind that is not told passes as unknown', async () => {
		const { items } = await deliver(proven(provider, { payload: { hello: 'world' } }));
		expect(items).toEqual([
			expect.objectContaining({
				provider,
				eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
				eventType: 'unknown',
				status: 'unknown',
				payload: { hello: 'world' },
			}),
		]);
	});

	it('of a state that nobody asked for starts nothing', async () => {
		const options = { statuses: ['cancelled', 'failed'] };
		expect(outcome(await deliver(proven(provider, { options })))).toEqual(NOTHING);
		const wanted = await deliver(proven(provider, { options: { statuses: ['shipped'] } }));
		expect(wanted.items).toHaveLength(1);
	});
});

describe.each(['flexport', 'deliverr', 'digitalRiver'] as const)(
	'a registration at %s',
	(provider) => {
		it.each([
			['there is none', []],
			['it is of another provider', [registration(provider, { provider: 'another' })]],
			['it is the one for tests', [registration(provider, { test: true })]],
			['what was kept of it is no fingerprint', [registration(provider, { proof: 'secret' })]],
			['what was kept of it is nothing', [registration(provider, { proof: '' })]],
			['what was kept is not even a list', 'registrations'],
		])('proves no delivery if %s', async (_why, registrations) => {
			const plan = { ...proven(provider), staticData: { registrations } };
			expect(outcome(await deliver(plan))).toEqual(REFUSED);
		});

		it('for tests proves a delivery to the test URL, and that of production does not', async () => {
			const test = { registrations: [registration(provider, { test: true })] };
			const forTest = await deliver({ ...proven(provider), mode: 'manual', staticData: test });
			expect(forTest.items).toHaveLength(1);
			expect(outcome(await deliver({ ...proven(provider), mode: 'manual' }))).toEqual(REFUSED);
		});
	},
);

describe('the signature of Digital River', () => {
	const KEY = 'whtok_7c1e';
	const body = JSON.stringify(shippedEvent('digitalRiver'));
	const now = () => Math.floor(Date.now() / 1000);

	const signed = async (headers: SentHeader[], webhookSecret = KEY) =>
		await deliver(proven('digitalRiver', { headers, credential: { webhookSecret } }));

	beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }));
	afterEach(() => jest.useRealTimers());

	it('counts once the credential has the secret', async () => {
		const { items } = await signed([riverSignature(body, KEY, now())]);
		expect(items).toHaveLength(1);
	});

	it.each<[string, () => SentHeader[]]>([
		['missing', () => []],
		['of another body', () => [riverSignature(`${body} `, KEY, now())]],
		['with another key', () => [riverSignature(body, 'whtok_7c1f', now())]],
		['too old', () => [riverSignature(body, KEY, now() - 301)]],
		['from the future', () => [riverSignature(body, KEY, now() + 301)]],
		['sent twice', () => [0, 1].map(() => riverSignature(body, KEY, now()))],
	])('is refused if it is %s, although the password is right', async (_what, headers) => {
		expect(outcome(await signed(headers()))).toEqual(REFUSED);
	});

	it('does not stand in for the password', async () => {
		const plan = proven('digitalRiver', { credential: { webhookSecret: KEY } });
		const headers = [riverSignature(body, KEY, now())];
		expect(outcome(await deliver({ ...plan, headers }))).toEqual(REFUSED);
	});

	it('may be as old as the option says', async () => {
		const old = [riverSignature(body, KEY, now() - 3_000)];
		const credential = { webhookSecret: KEY };
		const options = { signatureTolerance: 3_600 };
		const { items } = await deliver(proven('digitalRiver', { headers: old, credential, options }));
		expect(items).toHaveLength(1);
	});

	it('is not asked for without a secret in the credential', async () => {
		expect((await signed([], '')).items).toHaveLength(1);
		expect((await signed([], '  ')).items).toHaveLength(1);
	});

	it('refuses every delivery if the credential cannot be read', async () => {
		const failing = { name: 'digitalRiverApi', error: new Error('no credential') };
		const refused = await deliver({ ...proven('digitalRiver'), failing });
		expect(outcome(refused)).toEqual(REFUSED);
	});
});
