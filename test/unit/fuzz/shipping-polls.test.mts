import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { ShippingOrderTrigger } from '../../../nodes/ShippingOrderTrigger/ShippingOrderTrigger.node.ts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { newOrigin } from './support/accounts.mts';
import { anyJson } from './support/awkward.mts';
import { play, shareOf } from './support/cases.mts';
import { anyChangesOf } from './support/panels.mts';
import { faultsOfRefusal, pollOnce, type PollPlan } from './support/poll-run.mts';
import { faultsBySchema } from './support/schemas.mts';
import { anySpoiling, spoiling, type Spoiling } from './support/spoiling.mts';
import { strictApi, type Answer } from './support/strict-api.mts';

const { description, poll } = new ShippingOrderTrigger();

const SCHEMA = 'nodes/ShippingOrderTrigger/__schema__/v1.0.0.json';

const HOUR = 60 * 60_000;

interface Shipment extends IDataObject {
	at: number;
}

/** A shipment that was updated so long ago. */
const shipment = (id: string, status: string, ago: number): Shipment => {
	const at = Date.now() - ago;
	return {
		id,
		orderExternalId: `order-${id}`,
		status,
		lastUpdatedAt: new Date(at).toISOString(),
		at,
		provider: { name: 'UPS' },
		fee: 5,
	};
};

/** The list call over these shipments, which heeds the window that is asked for, then spoilt. */
function listOf(shipments: readonly Shipment[], spoilings: readonly Spoiling[] = []): Answer {
	const spoil = spoiling(spoilings);
	let nth = 0;
	return ({ options }) => {
		const { lastUpdatedAt } = JSON.parse(JSON.stringify(options.body));
		const { startsAt, endsAt } = lastUpdatedAt;
		const data = shipments.filter(({ at }) => at >= startsAt && at <= endsAt);
		const body = { data, paginationToken: { next: null } };
		const answer = spoil({ call: '', status: 200, headers: {}, body }, nth++);
		return { statusCode: answer.status, headers: answer.headers, body: answer.body };
	};
}

const THERE = () => [shipment('A', 'STAGED', HOUR), shipment('B', 'IN_TRANSIT', 2 * HOUR)];

beforeEach(useFakeTime);
afterEach(useRealTime);

const usual = { statuses: [], simplify: true, options: {} };

const planOf = (changes: Partial<PollPlan> & Pick<PollPlan, 'answer'>): PollPlan => ({
	poll,
	parameters: usual,
	stored: {},
	origin: newOrigin(),
	...changes,
});

const EACH = shareOf('shipping-polls', 2);

test('after any answers, the next poll tells the next change', async () => {
	const polls = fc.array(fc.array(anySpoiling, { minLength: 1, maxLength: 2 }), {
		minLength: 1,
		maxLength: 3,
	});
	await play(EACH, fc.tuple(polls, fc.boolean()), async ([spoilt, simplify]) => {
		const parameters = { ...usual, simplify };
		const base = planOf({ parameters, answer: listOf(THERE()) });
		let { stored } = await pollOnce(base);
		for (const spoilings of spoilt) {
			const api = strictApi(listOf(THERE(), spoilings));
			const polled = await pollOnce({ ...base, stored, ...api });
			const bySchema = simplify ? polled.items.flatMap((one) => faultsBySchema(SCHEMA, one)) : [];
			expect([...faultsOfRefusal(polled), ...bySchema, ...api.faults]).toEqual([]);
			({ stored } = polled);
		}
		jest.setSystemTime(Date.now() + HOUR);
		const now = [...THERE(), shipment('A', 'ORDER_DELIVERED', 1000)];
		const last = await pollOnce({ ...base, stored, answer: listOf(now.slice(1)) });
		expect(last.error).toBeUndefined();
		expect(JSON.stringify(last.items)).toContain('ORDER_DELIVERED');
	});
});

test('whatever is stored and whatever the panel says, a poll works or says why', async () => {
	const stored = fc.record(
		{ scope: fc.constantFrom<unknown>('', 'A'), cursor: anyJson, known: anyJson },
		{ requiredKeys: [] },
	);
	const changes = anyChangesOf(description.properties);
	const cases = fc.tuple(fc.oneof(stored, anyJson), changes, fc.boolean());
	await play(EACH, cases, async ([seen, changed, isTest]) => {
		const api = strictApi(listOf(THERE()));
		const parameters = { ...usual, ...changed };
		const before: IDataObject = JSON.parse(JSON.stringify({ seen }));
		const plan = planOf({ parameters, stored: before, isTest, ...api });
		const polled = await pollOnce(plan);
		expect([...faultsOfRefusal(polled), ...api.faults]).toEqual([]);
	});
});
