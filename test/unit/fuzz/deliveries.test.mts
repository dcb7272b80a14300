import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { OrderStatusTrigger } from '../../../nodes/OrderStatusTrigger/OrderStatusTrigger.node.ts';
import {
	WEBHOOK_PROVIDERS,
	type WebhookProviderName,
} from '../../../nodes/shared/providers/webhook-systems.ts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import type { IncomingPlan } from '../support/incoming.mts';
import { proven, shippedEvent } from '../support/proven-delivery.mts';
import { deliveryContext, type TriggerPlan } from '../support/trigger-context.mts';
import { SECRET } from './support/accounts.mts';
import { play, shareOf } from './support/cases.mts';
import { endOf } from '../support/ends.mts';
import { anyBody, anyHeaders } from './support/messages.mts';
import { anyChangesOf } from './support/panels.mts';
import { faultsBySchema } from './support/schemas.mts';
import { anySpoiling, spoiling } from './support/spoiling.mts';
import { NO_WORDS } from './support/strict-api.mts';

const trigger = new OrderStatusTrigger();

const SCHEMA = 'nodes/OrderStatusTrigger/__schema__/v1.0.0.json';

const EACH = shareOf('deliveries', WEBHOOK_PROVIDERS.length * 3);

let told = 0;

/** Each delivery comes to a trigger of its own, which has seen none before. */
function planOf(plan: TriggerPlan & IncomingPlan): TriggerPlan & IncomingPlan {
	told += 1;
	return { ...plan, nodeId: `fuzz-${told}` };
}

/** Hands a delivery to the trigger, and gives the status that the sender sees, and the output. */
async function deliver(
	plan: TriggerPlan & IncomingPlan,
): Promise<{ status: number; output: IDataObject | undefined }> {
	const delivery = deliveryContext(planOf(plan));
	const ending = await endOf(trigger.webhook.call(delivery.ctx));
	if ('error' in ending) throw ending.error;
	const { noWebhookResponse, workflowData } = ending.value;
	const [answer, ...more] = delivery.answers;
	if (more.length > 0) throw new Error('It answered twice');
	// n8n answers 200 where the node leaves the answer to it.
	if ((answer !== undefined) !== (noWebhookResponse === true)) throw new Error('Nobody answers');
	return { status: answer?.status ?? 200, output: workflowData?.[0]?.[0]?.json };
}

function expectClear(output: IDataObject | undefined): void {
	if (output === undefined) return;
	expect(faultsBySchema(SCHEMA, JSON.parse(JSON.stringify(output)))).toEqual([]);
	const own = { ...output, payload: {}, headers: {} };
	expect(JSON.stringify(own)).not.toContain(SECRET);
	for (const words of [output.orderError, output.eventType, output.eventId]) {
		expect(String(words ?? '')).not.toMatch(NO_WORDS);
	}
}

beforeEach(useFakeTime);
afterEach(useRealTime);

describe.each([...WEBHOOK_PROVIDERS])('%s', (provider: WebhookProviderName) => {
	const event = shippedEvent(provider);

	it('is answered 200 or 400 for whatever it sends that is authentic', async () => {
		const options = fc.record({ includeHeaders: fc.boolean(), statuses: fc.subarray(['shipped']) });
		const cases = fc.tuple(anyBody(event), anyHeaders, options);
		const seen = new Set<number>();
		await play(EACH, cases, async ([body, headers, chosen]) => {
			const plan = proven(provider, { options: chosen });
			const proof = plan.headers?.map(([name]) => name.toLowerCase()) ?? [];
			const others = headers.filter(([name]) => !proof.includes(name.toLowerCase()));
			const sent = { ...plan, body, headers: [...(plan.headers ?? []), ...others] };
			const { status, output } = await deliver(sent);
			seen.add(status);
			expectClear(output);
		});
		expect([...seen].sort()).toEqual([200, 400]);
	});

	it('is answered 200, 400 or 401, whoever sends and whatever the panel says', async () => {
		const { properties } = trigger.description;
		const cases = fc.tuple(anyBody(event), anyHeaders, anyChangesOf(properties), fc.boolean());
		await play(EACH, cases, async ([body, headers, changes, isProven]) => {
			const plan = proven(provider);
			const proof = isProven ? (plan.headers ?? []) : [];
			const parameters = { ...plan.parameters, ...changes };
			const sent = { ...plan, parameters, body, headers: [...proof, ...headers] };
			const { status, output } = await deliver({ ...sent, api: () => ({ statusCode: 500 }) });
			expect([200, 400, 401]).toContain(status);
			expectClear(output);
		});
	});

	it('is answered 200, whatever the API answers for the order', async () => {
		const cases = fc.tuple(fc.array(anySpoiling, { minLength: 1, maxLength: 2 }), fc.boolean());
		await play(EACH, cases, async ([spoilings, simplify]) => {
			const spoil = spoiling(spoilings);
			const good = { call: '', status: 200, headers: {}, body: ORDERS[provider] };
			let nth = 0;
			const api = () => {
				const { status: statusCode, headers, body } = spoil(good, nth++);
				return { statusCode, headers, body };
			};
			const options = { includeOrder: true, simplify };
			const plan = proven(provider, { options, credential: KEYS });
			const { status, output } = await deliver({ ...plan, api });
			expect(status).toBe(200);
			expect(output).toBeDefined();
			expectClear(output);
		});
	});
});

/** What each system knows the account by. */
const KEYS = { apiToken: SECRET, accessToken: SECRET, apiKey: SECRET, clientSecret: SECRET };

/** The order of the event, as its system gives it. */
const ORDERS: Readonly<Record<WebhookProviderName, unknown>> = {
	flexport: { id: '5774321009', externalOrderId: 'SHOP-1', state: { internalStatus: 'SHIPPED' } },
	deliverr: { id: '5774321009', externalOrderId: 'SHOP-1', status: 'SHIPPED', tracking: [] },
	digitalRiver: { id: '5774321009', upstreamId: 'SHOP-1', state: 'shipped', items: [] },
	deliverySolutions: { id: '5774321009', orderExternalId: 'SHOP-1', status: 'IN_TRANSIT' },
};
