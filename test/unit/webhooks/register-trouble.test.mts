import type { Failure } from '../../../nodes/shared/failure.ts';
import { register } from '../../../nodes/shared/providers/webhooks/register.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { foreignWebhook, ownWebhook, SOME_TYPES } from '../support/own-webhook.mts';
import { answers, breaksWith, TOKEN } from '../support/scripted-api.mts';
import { URL_HERE } from '../support/trigger-context.mts';
import {
	registrarOf,
	SELF_REGISTERING,
	webhookDesk,
	type DeskPlan,
	type SelfRegistering,
	type WebhookDesk,
} from '../support/webhook-desk.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const start = (provider: SelfRegistering, { session }: WebhookDesk, types?: string[]) =>
	register(registrarOf(provider), session, URL_HERE, types ?? SOME_TYPES[provider]);

/** All that a person can get to read of a failure. */
const wordsOf = ({ facts }: Failure) => JSON.stringify(facts);

const REFUSED = answers(422, { title: 'Unprocessable', detail: 'type is not known' });

const THREE = ['Order.Shipped', 'Order.Cancelled', 'Shipment.Created'];

describe('a registration that fails', () => {
	const failsAt =
		(nth: number): NonNullable<DeskPlan['trouble']> =>
		(asked) =>
			asked.method === 'POST' && asked.nth === nth ? REFUSED : undefined;

	it.each([1, 2, 3])('takes back those before it: number %i of three', async (nth) => {
		const foreign = foreignWebhook('flexport');
		const desk = webhookDesk('flexport', { webhooks: [foreign], trouble: failsAt(nth) });
		const { facts } = await failureOf(start('flexport', desk, THREE));
		expect(facts).toMatchObject({ httpCode: '422' });
		expect(facts.fix).not.toContain('could not be taken back');
		expect(desk.webhooks).toEqual([foreign]);
		expect(desk.calls.filter((call) => call.startsWith('POST'))).toHaveLength(nth);
	});

	it('says which webhooks are left if they cannot be taken back', async () => {
		const desk = webhookDesk('flexport', {
			trouble: (asked) =>
				asked.method === 'DELETE' ? answers(500, {}) : failsAt(3)(asked, () => undefined),
		});
		const { facts } = await failureOf(start('flexport', desk, THREE));
		expect(facts.httpCode).toBe('422');
		expect(facts.fix).toMatch(/Webhook 901, 902 could not be taken back/);
		expect(facts.fix).toMatch(/next activation removes/);
	});

	it('names only the webhooks that are left if some can be taken back', async () => {
		const desk = webhookDesk('flexport', {
			trouble: (asked) =>
				asked.method === 'DELETE' && asked.id === '901'
					? answers(500, {})
					: failsAt(3)(asked, () => undefined),
		});
		const { facts } = await failureOf(start('flexport', desk, THREE));
		expect(desk.webhooks.map(({ id }) => id)).toEqual([901]);
		expect(facts.fix).toContain('Webhook 901 could not be taken back');
	});

	it('is mended by the next one, which leaves nothing of it behind', async () => {
		let isBroken = true;
		const desk = webhookDesk('flexport', {
			trouble: (asked) => {
				if (!isBroken || asked.method === 'GET') return undefined;
				return asked.method === 'DELETE' ? breaksWith('ECONNRESET') : failsAt(3)(asked, () => 0);
			},
		});
		await failureOf(start('flexport', desk, THREE));
		expect(desk.webhooks).toHaveLength(2);
		isBroken = false;
		const { ids } = await finish(start('flexport', desk, THREE));
		expect(desk.webhooks.map(({ id }) => String(id))).toEqual(ids);
		expect(ids).toHaveLength(3);
	});
});

describe.each(SELF_REGISTERING)('a registration at %s', (provider) => {
	it('whose answer was lost is found again, and not made twice', async () => {
		const desk = webhookDesk(provider, {
			trouble: ({ method, nth }, work) =>
				method === 'POST' && nth === 1
					? (options) => {
							work();
							return breaksWith('ECONNRESET')(options);
						}
					: undefined,
		});
		const { ids } = await finish(start(provider, desk));
		expect(ids).toEqual(desk.webhooks.map(({ id }) => String(id)));
		expect(desk.webhooks).toHaveLength(provider === 'digitalRiver' ? 1 : 2);
	});

	it('that did not arrive is sent again', async () => {
		const desk = webhookDesk(provider, {
			trouble: ({ method, nth }) =>
				method === 'POST' && nth === 1 ? breaksWith('ECONNREFUSED') : undefined,
		});
		const { ids } = await finish(start(provider, desk));
		expect(ids).toEqual(desk.webhooks.map(({ id }) => String(id)));
	});

	it('is found by the list if the answer does not tell its ID', async () => {
		const desk = webhookDesk(provider, {
			trouble: ({ method }, work) =>
				method === 'POST'
					? () => {
							work();
							return { statusCode: 202, headers: {}, body: {} };
						}
					: undefined,
		});
		const { ids } = await finish(start(provider, desk));
		expect(ids).toEqual(desk.webhooks.map(({ id }) => String(id)));
	});

	it('that conflicts with a webhook of somebody else says so, and what to do', async () => {
		const foreign = foreignWebhook(provider);
		const desk = webhookDesk(provider, {
			webhooks: [foreign],
			trouble: ({ method }) =>
				method === 'POST' ? answers(409, { title: 'Conflict' }) : undefined,
		});
		const { facts } = await failureOf(start(provider, desk));
		expect(facts.what).toMatch(/has another webhook for this event and this address/);
		expect(facts.fix).toMatch(/not made by this node\. Remove it .+, then activate/);
		expect(desk.webhooks).toEqual([foreign]);
	});

	it('that conflicts with its own earlier sending is the same webhook', async () => {
		const desk = webhookDesk(provider, {
			trouble: ({ method, nth }, work) =>
				method === 'POST' && nth === 1
					? () => {
							work();
							return { statusCode: 409, headers: {}, body: { title: 'Conflict' } };
						}
					: undefined,
		});
		const { ids } = await finish(start(provider, desk));
		expect(ids).toEqual(desk.webhooks.map(({ id }) => String(id)));
	});

	it.each(['GET', 'POST'])('without the right to do so says so: %s', async (wanted) => {
		const desk = webhookDesk(provider, {
			trouble: ({ method }) => (method === wanted ? answers(403, {}) : undefined),
		});
		const { facts } = await failureOf(start(provider, desk));
		expect(facts.what).toMatch(/^The credential may not manage webhooks at /);
		expect(facts.fix).toMatch(/right to read and write webhooks/);
		expect(desk.webhooks).toEqual([]);
	});

	it.each([
		['an object', { webhooks: [] }],
		['a text', 'none'],
		['null', null],
	])('registers nothing if the list of webhooks is %s', async (_what, body) => {
		const desk = webhookDesk(provider, {
			trouble: ({ method }) => (method === 'GET' ? answers(200, body) : undefined),
		});
		const failure = await failureOf(start(provider, desk));
		expect(failure.facts.fix).toContain("'Base URL'");
		expect(desk.calls.filter((call) => call !== 'GET')).toEqual([]);
	});

	it('registers nothing if what is left behind cannot be removed', async () => {
		const desk = webhookDesk(provider, {
			webhooks: [ownWebhook(provider)],
			trouble: ({ method }) => (method === 'DELETE' ? answers(403, {}) : undefined),
		});
		const { facts } = await failureOf(start(provider, desk));
		expect(facts.what).toMatch(/^Webhook own could not be removed/);
		expect(desk.webhooks).toHaveLength(1);
	});

	it.each([400, 401, 403, 409, 422, 500])(
		'repeats no secret, even if the API does so with a %i',
		async (status) => {
			const desk = webhookDesk(provider, {
				trouble: ({ method, body }) => {
					if (method !== 'POST') return undefined;
					const { authentication } = body;
					const { password } = Object(authentication);
					const pair = Buffer.from(`n8n-nodes-fulfillment:${password}`).toString('base64');
					const said = `refused ${JSON.stringify(body)} with ${TOKEN} and Basic ${pair}`;
					return answers(status, {
						title: said,
						detail: said,
						message: said,
						errors: [{ code: said, parameter: said, message: said }, { message: said }],
					});
				},
			});
			const words = wordsOf(await failureOf(start(provider, desk)));
			const [{ options } = { options: {} }] = desk.sendings.filter(
				({ options: sent }) => sent.method === 'POST',
			);
			const secrets = JSON.stringify(options).match(/[0-9a-f]{64}/g) ?? [];
			expect(secrets.length).toBeGreaterThan(0);
			for (const secret of [...secrets, TOKEN]) {
				expect(words).not.toContain(secret);
				const pair = Buffer.from(`n8n-nodes-fulfillment:${secret}`).toString('base64');
				expect(words).not.toContain(pair);
			}
		},
	);
});
