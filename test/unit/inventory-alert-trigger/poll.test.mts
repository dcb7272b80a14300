import type { IDataObject, IHttpRequestOptions, IPollFunctions } from 'n8n-workflow';
import { pollInventory } from '../../../nodes/InventoryAlertTrigger/poll.ts';
import { runtimeWithoutItems } from '../../../nodes/shared/runner/runtime-without-items.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { CREDENTIAL } from '../support/fake-item.mts';
import { partialFake } from '../support/partial-fake.mts';
import { NODE } from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const SKU = 'DAAAAAAAAA1';

const PANEL = {
	alerts: ['low', 'restocked'],
	measure: 'available',
	thresholdMode: 'one',
	threshold: 10,
	firstPoll: 'emit',
};

interface Plan {
	units?: number;
	/** A request to this path is refused. */
	refused?: string;
	parameters?: IDataObject;
	isTest?: boolean;
}

/** What an account with one product answers. */
function api({ units = 5, refused }: Plan): (options: IHttpRequestOptions) => object {
	return ({ url, qs = {} }) => {
		const path = url.replace(/^.*\/2026-02/, '');
		if (path === refused) return { statusCode: 403, headers: {}, body: {} };
		const product = { logisticsSku: SKU, name: 'Mug', merchantSku: 'MUG' };
		const rows = {
			'/products': [product],
			'/products/inventory/all': [{ logisticsSku: SKU, available: units, onHand: units }],
		};
		const page: unknown = Reflect.get(rows, path);
		const body = page === undefined ? product : Reflect.get(qs, 'offset') === 0 ? page : [];
		return { statusCode: 200, headers: {}, body };
	};
}

/** Polls, with what is stored; that is changed in place. */
async function poll(stored: IDataObject, plan: Plan = {}): Promise<IDataObject[]> {
	const answer = api(plan);
	const parameters: object = { ...PANEL, ...plan.parameters };
	const ctx = partialFake<IPollFunctions>({
		getNode: () => NODE,
		getNodeParameter: (name: string, otherwise?: unknown) => {
			const known: object = { [name]: otherwise, ...parameters };
			return Reflect.get(known, name);
		},
		getCredentials: async <T extends object>(): Promise<T> =>
			Object.assign(Object.create(null), CREDENTIAL),
		helpers: partialFake<IPollFunctions['helpers']>({
			httpRequestWithAuthentication: async (_name: string, options: IHttpRequestOptions) =>
				answer(options),
		}),
	});
	const { isTest = false } = plan;
	return await pollInventory({ ctx, runtime: runtimeWithoutItems(ctx), stored, isTest });
}

const kindsOf = (items: IDataObject[]): unknown[] => items.map(({ alert }) => alert);

test('a poll stores what it has told', async () => {
	const stored: IDataObject = {};
	expect(kindsOf(await finish(poll(stored)))).toEqual(['low']);
	expect(JSON.stringify(stored)).toContain(SKU);
	expect(await finish(poll(stored))).toEqual([]);
	expect(kindsOf(await finish(poll(stored, { units: 50 })))).toEqual(['restocked']);
	expect(JSON.stringify(stored)).not.toContain(SKU);
});

test('a test from the editor stores nothing, before the first poll or after', async () => {
	const stored: IDataObject = {};
	expect(kindsOf(await finish(poll(stored, { isTest: true })))).toEqual(['low']);
	expect(stored).toEqual({});
	await finish(poll(stored));
	const before = structuredClone(stored);
	await finish(poll(stored, { isTest: true, units: 50 }));
	expect(stored).toEqual(before);
});

test.each([
	['the stock', '/products/inventory/all', {}],
	['the names', `/products/${SKU}`, {}],
	['the products', '/products', { thresholdMode: 'json', thresholdsJson: '{"MUG": 10}' }],
])('a poll that cannot read %s stores nothing', async (_what, refused, parameters) => {
	const stored: IDataObject = { other: 1 };
	const { facts } = await failureOf(poll(stored, { refused, parameters }));
	expect(facts).toMatchObject({ kind: 'api', httpCode: '403' });
	expect(stored).toEqual({ other: 1 });
	expect(kindsOf(await finish(poll(stored, { parameters })))).toEqual(['low']);
});

test('a poll with a wrong parameter asks nothing and stores nothing', async () => {
	const stored: IDataObject = {};
	const { facts } = await failureOf(poll(stored, { parameters: { threshold: -1 } }));
	expect(facts).toMatchObject({ kind: 'input', field: 'Threshold' });
	expect(stored).toEqual({});
});
