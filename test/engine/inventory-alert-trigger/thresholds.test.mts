import type { INodeParameters } from 'n8n-workflow';
import { PAGES, told, useAlertDesk } from '../support/inventory-alert-desk.mts';
import { pinDate } from '../support/pin-date.mts';

const desk = useAlertDesk();

const perSku = (...values: INodeParameters[]): INodeParameters => ({
	thresholdMode: 'perSku',
	thresholds: { values },
});
const json = (thresholdsJson: string): INodeParameters => ({
	thresholdMode: 'json',
	thresholdsJson,
});

async function in2030(work: () => Promise<void>): Promise<void> {
	const unpin = pinDate(Date.parse('2030-01-15T12:00:00.000Z'));
	try {
		await work();
	} finally {
		unpin();
	}
}

describe('one threshold for all products', () => {
	test('is 10 unless told otherwise', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, 11);
		expect(told(await host.poll())).toEqual([]);
		desk.set(mug, 10);
		expect(told(await host.poll())).toEqual(['low MUG']);
	});

	test('needs the products themselves only for the names of what is low', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		expect(desk.sent()).toEqual([PAGES, PAGES]);
		desk.sandbox.log.clear();
		desk.set(mug, 0);
		await host.poll();
		expect(desk.sent().filter((path) => path !== PAGES)).toEqual([`/products/${mug.logisticsSku}`]);
	});
});

describe('a threshold per SKU', () => {
	test('takes the merchant’s SKUs and Flexport’s, and watches no others', async () => {
		const mug = desk.add('MUG', 50);
		const pot = desk.add('POT', 50);
		const cup = desk.add('CUP', 50);
		const host = await desk.activeHost(
			perSku({ sku: 'MUG', threshold: 5 }, { sku: pot.logisticsSku, threshold: 20 }),
		);
		desk.set(mug, 6);
		desk.set(pot, 20);
		desk.set(cup, 0);
		expect(told(await host.poll())).toEqual(['low POT']);
		desk.set(mug, 5);
		expect((await host.poll()).items).toMatchObject([
			{ merchantSku: 'MUG', threshold: 5, belowBy: 0 },
		]);
	});

	test('of Flexport’s SKUs alone needs no list of products', async () => {
		const mug = desk.add('MUG', 50);
		await desk.activeHost(perSku({ sku: mug.logisticsSku, threshold: 5 }));
		expect(desk.sent()).toEqual([PAGES, PAGES]);
	});

	test('of a merchant SKU that two products have counts for both', async () => {
		const [one, other] = [desk.add('MUG', 50), desk.add('MUG', 50)];
		const host = await desk.activeHost(perSku({ sku: 'MUG', threshold: 5 }));
		desk.set(one, 5);
		desk.set(other, 4);
		const { items = [] } = await host.poll();
		expect(items.map(({ sku }) => sku)).toEqual([one.logisticsSku, other.logisticsSku]);
	});

	test('counts for lots, too', async () => {
		const soon = [{ expirationDate: new Date().toISOString(), available: 2 }];
		const milk = desk.add('MILK', 50);
		const tea = desk.add('TEA', 50);
		const alerts = ['low', 'lotExpiring'];
		const host = await desk.activeHost({ alerts, ...perSku({ sku: 'MILK', threshold: 5 }) });
		desk.set(milk, { lots: soon });
		desk.set(tea, { lots: soon });
		expect(told(await host.poll())).toEqual(['lotExpiring MILK']);
	});
});

describe('thresholds as JSON', () => {
	test('are one per SKU', async () => {
		const mug = desk.add('MUG', 50);
		const pot = desk.add('POT', 50);
		const host = await desk.activeHost(json('{ "MUG": 5, "POT": 30 }'));
		desk.set(mug, 20);
		desk.set(pot, 20);
		expect(told(await host.poll())).toEqual(['low POT']);
	});

	test('can come from an expression, which is looked at anew at each poll', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost(json('={{ { MUG: $now.year > 2029 ? 40 : 5 } }}'));
		desk.set(mug, 30);
		expect(told(await host.poll())).toEqual([]);
		await in2030(async () => {
			expect((await host.poll()).items).toMatchObject([{ merchantSku: 'MUG', threshold: 40 }]);
		});
	});

	test('may be text that an expression puts together', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost(json('={ "MUG": {{ 2 * 20 }} }'));
		desk.set(mug, 40);
		expect((await host.poll()).items).toMatchObject([{ merchantSku: 'MUG', threshold: 40 }]);
	});
});

describe('a SKU that the account does not have', () => {
	test.each([
		['in the list', perSku({ sku: 'MUG', threshold: 1 }, { sku: 'POT', threshold: 1 })],
		['in the JSON', json('{"MUG": 1, "POT": 1}')],
	])('%s is named when the workflow is activated', async (_where, parameters) => {
		desk.add('MUG', 50);
		const host = desk.host(parameters);
		const error = await desk.refusal(host.activate());
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'The SKU "POT" in the thresholds is not one of this account',
			description: expect.stringContaining('Correct it or remove it.'),
			failure: { cause: 'configuration-invalid' },
		});
	});

	test('by the time of a later poll fails that one, and what fell is told by the next', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost(
			json('={{ $now.year > 2029 ? { MUG: 10, POT: 1 } : { MUG: 10 } }}'),
		);
		desk.set(mug, 0);
		await in2030(async () => {
			expect(await desk.refusal(host.poll())).toMatchObject({
				message: 'The SKU "POT" in the thresholds is not one of this account',
			});
		});
		expect(told(await host.poll())).toEqual(['low MUG']);
	});
});

test.each<[string, INodeParameters, string]>([
	['no kind', { alerts: [] }, "'Alert When' is empty"],
	[
		'a negative threshold',
		{ threshold: -1 },
		"'Threshold' is -1, but must be a number of at least 0",
	],
	['a negative margin', { margin: -5 }, "'Margin' is -5, but must be a number of at least 0"],
	['JSON that does not parse', json('{"MUG": 5'), "'Thresholds as JSON' is not valid JSON"],
	['an empty list of SKUs', perSku(), "'Threshold per SKU' is empty"],
	[
		'days in words',
		{ alerts: ['lotExpiring'], expiryDays: '={{ "a week" }}' },
		'\'Days Before Expiry\' is "a week", but must be a number of at least 0',
	],
])('%s is refused by name, and nothing is sent', async (_what, parameters, message) => {
	const host = desk.host(parameters);
	expect(await desk.refusal(host.activate())).toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringContaining(message),
		failure: { cause: 'configuration-invalid' },
	});
	expect(desk.sent()).toEqual([]);
});
