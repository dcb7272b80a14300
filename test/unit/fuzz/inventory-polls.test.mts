import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { InventoryAlertTrigger } from '../../../nodes/InventoryAlertTrigger/InventoryAlertTrigger.node.ts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { newOrigin } from './support/accounts.mts';
import { anyJson } from './support/awkward.mts';
import { play, shareOf } from './support/cases.mts';
import { anyChangesOf } from './support/panels.mts';
import { faultsOfRefusal, pollOnce, type PollPlan } from './support/poll-run.mts';
import { faultsBySchema } from './support/schemas.mts';
import { anySpoiling, spoiling, type Spoiling } from './support/spoiling.mts';
import { strictApi, type Answer } from './support/strict-api.mts';

const { description, poll } = new InventoryAlertTrigger();

const SCHEMA = 'nodes/InventoryAlertTrigger/__schema__/v1.0.0.json';

const SKUS = ['DAAAAAAAAA1', 'DAAAAAAAAA2', 'DAAAAAAAAA3'];

const LOTS = [{ expirationDate: '2026-01-20T00:00:00.000Z', available: 2 }];

/** An account with three products, each with so many units, then spoilt. */
function stockOf(units: number, spoilings: readonly Spoiling[] = []): Answer {
	const spoil = spoiling(spoilings);
	let nth = 0;
	const rows = SKUS.map((logisticsSku, n) => ({
		logisticsSku,
		available: units,
		onHand: units,
		lotTrackingDetails: n === 0 ? LOTS : [],
	}));
	const products = SKUS.map((logisticsSku, n) => ({
		logisticsSku,
		name: `Product ${n}`,
		merchantSku: `SKU-${n}`,
	}));
	return ({ options: { url, qs = {} } }) => {
		const path = new URL(url).pathname.replace(/^.*\/2026-02/, '');
		const sku = path.replace('/products/', '');
		const pages: Readonly<Record<string, unknown>> = {
			'/products': products,
			'/products/inventory/all': rows,
		};
		const one = products.find(({ logisticsSku }) => logisticsSku === sku);
		const page = Object.hasOwn(pages, path) ? pages[path] : (one ?? {});
		const body = Array.isArray(page) && qs.offset !== 0 ? [] : page;
		const answer = spoil({ call: '', status: 200, headers: {}, body }, nth++);
		return { statusCode: answer.status, headers: answer.headers, body: answer.body };
	};
}

const usual: IDataObject = {
	alerts: ['low', 'outOfStock', 'restocked', 'lotExpiring'],
	measure: 'available',
	thresholdMode: 'one',
	threshold: 10,
	margin: 0,
	expiryDays: 30,
	firstPoll: 'emit',
	options: {},
};

const planOf = (changes: Partial<PollPlan> & Pick<PollPlan, 'answer'>): PollPlan => ({
	poll,
	parameters: usual,
	stored: {},
	origin: newOrigin(),
	...changes,
});

beforeEach(useFakeTime);
afterEach(useRealTime);

const EACH = shareOf('inventory-polls', 2);

const toldOf = (items: readonly IDataObject[]) =>
	items.map(({ alert, sku }) => `${String(alert)} ${String(sku)}`);

test('after any answers, the next polls tell what falls', async () => {
	const polls = fc.array(fc.array(anySpoiling, { minLength: 1, maxLength: 2 }), {
		minLength: 1,
		maxLength: 3,
	});
	await play(EACH, fc.tuple(polls, fc.constantFrom(0, 5, 50)), async ([spoilt, units]) => {
		let { stored } = await pollOnce(planOf({ answer: stockOf(50) }));
		const plan = { origin: newOrigin() };
		for (const spoilings of spoilt) {
			const api = strictApi(stockOf(units, spoilings));
			const polled = await pollOnce(planOf({ ...plan, stored, ...api }));
			const bySchema = polled.items.flatMap((item) => faultsBySchema(SCHEMA, item));
			expect([...faultsOfRefusal(polled), ...bySchema, ...api.faults]).toEqual([]);
			({ stored } = polled);
		}
		const full = await pollOnce(planOf({ ...plan, stored, answer: stockOf(50) }));
		expect(full.error).toBeUndefined();
		const empty = await pollOnce(planOf({ ...plan, stored: full.stored, answer: stockOf(0) }));
		expect(empty.error).toBeUndefined();
		const falls = SKUS.flatMap((sku) => [`low ${sku}`, `outOfStock ${sku}`]);
		expect(toldOf(empty.items)).toEqual(expect.arrayContaining(falls));
	});
});

test('whatever is stored and whatever the panel says, a poll works or says why', async () => {
	const stored = fc.record(
		{
			scope: fc.constantFrom('DEFAULT available', ''),
			kinds: fc.constantFrom<unknown>(['low', 'outOfStock', 'lotExpiring'], null, 'low'),
			low: anyJson,
			out: anyJson,
			lots: anyJson,
		},
		{ requiredKeys: [] },
	);
	const changes = anyChangesOf(description.properties);
	const cases = fc.tuple(fc.oneof(stored, anyJson), changes, fc.boolean());
	await play(EACH, cases, async ([told, changed, isTest]) => {
		const api = strictApi(stockOf(5));
		const parameters = { ...usual, ...changed };
		const before: IDataObject = JSON.parse(JSON.stringify({ told }));
		const polled = await pollOnce(planOf({ parameters, stored: before, isTest, ...api }));
		expect([...faultsOfRefusal(polled), ...api.faults]).toEqual([]);
	});
});
