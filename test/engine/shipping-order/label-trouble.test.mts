import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { NODE, type RunResult } from '../harness/index.mts';
import { hurry } from '../support/hurry.mts';
import { findLeaks } from '../support/secrets.mts';
import { onlyErrorItem, onlyItem, output, seenError } from '../support/seen.mts';
import { list, onShipment } from '../support/shipment-calls.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';
import { settled } from '../support/until.mts';

const desk = useShippingDesk();

let endHurry = (): void => undefined;
beforeEach(() => {
	endHurry = hurry();
});
afterEach(() => endHurry());

const LABEL = { options: { downloadLabel: true } };
const goOn = { onError: 'continueRegularOutput' } as const;

const create = (sandboxLabel: string, changes: INodeParameters = {}): INodeParameters => {
	const body = {
		orderExternalId: 'SHOP-1',
		locationExternalId: '7709',
		deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
		deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
		orderAttributes: { sandboxLabel },
	};
	return { operation: 'create', inputMode: 'json', jsonBody: JSON.stringify(body), ...changes };
};

/** A shipment whose label lies elsewhere; the link holds a key, as the API's links do. */
const withLink = (labelLink: string, orderExternalId = 'SHOP-1') =>
	desk.api.addShipment({ orderExternalId, referenceLinks: { labelLink } });

const KEY = 'NjI2N2M5YWIwM2FiNjQ5NDdjYWZiYmMx';

const hints = (result: RunResult) =>
	(result.runData[NODE] ?? []).flatMap((run) => run.hints ?? []).map(({ message }) => message);

const noFile = (result: RunResult) =>
	expect(result.items(NODE).map(({ binary }) => binary)).toEqual([undefined]);

describe('a shipment without a label', () => {
	it.each([
		['get', () => onShipment('get', 'SHOP-1', LABEL)],
		['getAll', () => list({}, LABEL)],
	])('comes without a file, and says so (%s)', async (_name, parameters) => {
		await desk.run(create('none'));
		const result = await desk.run(parameters());
		expect(onlyItem(result)).toMatchObject({
			externalOrderId: 'SHOP-1',
			labelNote: 'The shipment has no label yet.',
		});
		noFile(result);
	});

	it('is told beside the data without Simplify', async () => {
		await desk.run(create('none'));
		const result = await desk.run(onShipment('get', 'SHOP-1', { ...LABEL, simplify: false }));
		expect(onlyItem(result)).toEqual(desk.api.shipment('SHOP-1'));
		expect(hints(result)).toEqual(['The shipment has no label yet.']);
	});

	it('among many is told once beside the data, not once for each', async () => {
		desk.api.addShipments(40);
		const result = await desk.run(list({}, { ...LABEL, simplify: false }));
		expect(output(result)).toHaveLength(40);
		expect(new Set(hints(result)).size).toBe(hints(result).length);
	});
});

const BROKEN = [
	['a link that leads nowhere', 'broken', /^The link to the label gave no file \(HTTP 404\)/],
	['a link to a page', 'page', /^The link to the label gave a web page, or nothing at all/],
] as const;

describe('a label that cannot be had fails a reading operation', () => {
	it.each(BROKEN)('%s', async (_name, trick, expected) => {
		await desk.run(create(trick));
		for (const parameters of [onShipment('get', 'SHOP-1', LABEL), list({}, LABEL)]) {
			const { message, description } = seenError(await desk.run(parameters));
			expect(message).toMatch(expected);
			expect(message).toMatch(/ \[item 0\]$/);
			expect(description).toContain('print the label in the Delivery Solutions portal');
		}
	});

	it('as an error item where the node goes on, and the others come', async () => {
		withLink(`${desk.sandbox.url}/nothing`, 'SHOP-1');
		desk.api.addShipment({ orderExternalId: 'SHOP-2' });
		const input = [{ order: 'SHOP-1' }, { order: 'SHOP-2' }];
		const parameters = onShipment('get', '={{ $json.order }}', LABEL);
		const result = await desk.run(parameters, { input, ...goOn });
		expect(onlyErrorItem(result).error).toContain('(HTTP 404) [item 0]');
		expect(result.items(NODE)[1]?.json.externalOrderId).toBe('SHOP-2');
	});

	it('and nothing is downloaded any more once the node has ended', async () => {
		const link = (index: number) => `${desk.sandbox.url}/label-${index}`;
		desk.api.addShipments(60, (index) => ({ referenceLinks: { labelLink: link(index) } }));
		await desk.run(list({}, { options: { downloadLabel: true, maxInFlight: 2 } }), goOn);
		const before = desk.sent().length;
		await settled();
		expect(desk.sent()).toHaveLength(before);
	});
});

describe('a label that cannot be had is only told, after work that is done', () => {
	const update = (changes: INodeParameters = {}) =>
		onShipment('update', 'SHOP-1', {
			inputMode: 'json',
			jsonBody: '{ "deliveryInstructions": "Ring twice" }',
			...LABEL,
			...changes,
		});
	const retry = () => {
		desk.api.setShipment('SHOP-1', { status: 'ORDER_FAILED' });
		return onShipment('retry', 'SHOP-1', LABEL);
	};

	it.each(BROKEN)('%s: create', async (_name, trick, expected) => {
		const result = await desk.run(create(trick, LABEL));
		expect(onlyItem(result)).toMatchObject({
			outcome: 'created',
			labelNote: expect.stringMatching(expected),
		});
		noFile(result);
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it.each(BROKEN)('%s: update and retry', async (_name, trick, expected) => {
		await desk.run(create(trick));
		const labelNote = expect.stringMatching(expected);
		expect(onlyItem(await desk.run(update()))).toMatchObject({ labelNote });
		expect(onlyItem(await desk.run(retry()))).toMatchObject({ outcome: 'retried', labelNote });
		expect(desk.api.shipment('SHOP-1')).toMatchObject({ deliveryInstructions: 'Ring twice' });
	});

	it('beside the data, where that is the answer of the API', async () => {
		await desk.run(create('broken'));
		const result = await desk.run(update({ simplify: false }));
		expect(onlyItem(result)).toEqual(desk.api.shipment('SHOP-1'));
		expect(hints(result)).toEqual([expect.stringMatching(BROKEN[0][2])]);
	});

	it('and the note does not say that nothing was done', async () => {
		const fault = { kind: 'cutBefore' } as const;
		desk.sandbox.faults.add({ path: /\/label$/, fault, when: { every: 1 } });
		const { outcome, labelNote } = onlyItem(await desk.run(create('link', LABEL)));
		expect(outcome).toBe('created');
		expect(labelNote).toContain('the connection was cut');
		expect(labelNote).not.toMatch(/Nothing was (changed|sent)|try again/i);
	});
});

describe("trouble at the label's server", () => {
	it.each<[string, Fault]>([
		['503', { kind: 'status', status: 503 }],
		['429', { kind: 'status', status: 429, retryAfter: 1 }],
		['a connection that is cut', { kind: 'cutBefore' }],
		['half an answer', { kind: 'cutDuring' }],
	])('that passes costs nothing (%s)', async (_name, fault) => {
		await desk.run(create('link'));
		desk.sandbox.faults.add({ path: /\/label$/, fault, when: { times: 2 } });
		const result = await desk.run(onShipment('get', 'SHOP-1', LABEL));
		const { data = '', mimeType } = result.items(NODE)[0]?.binary?.label ?? {};
		expect(mimeType).toBe('application/pdf');
		expect(Buffer.from(data, 'base64').toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/);
	});

	it('that does not answer is not blamed on the credential', async () => {
		withLink(`http://127.0.0.1:9/label?token=${KEY}`);
		const { message, description } = seenError(await desk.run(onShipment('get', 'SHOP-1', LABEL)));
		expect(message).toContain("The label's server could not be reached");
		expect(description).not.toContain('Base URL');
	});

	it('that moved the label is followed, without the token of the API', async () => {
		await desk.run(create('link'));
		const links = Object(desk.api.shipment('SHOP-1')?.referenceLinks);
		const location = String(links.labelLink);
		desk.api.setShipment('SHOP-1', {
			referenceLinks: { labelLink: `${desk.sandbox.url}/delivery-solutions/moved` },
		});
		const fault = { kind: 'status', status: 302, headers: { location } } as const;
		desk.sandbox.faults.add({ path: /moved$/, fault });
		const result = await desk.run(onShipment('get', 'SHOP-1', LABEL));
		expect(result.items(NODE)[0]?.binary?.label?.mimeType).toBe('application/pdf');
		const asked = desk.sandbox.log.find('GET', /moved$|label$/);
		expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
	});
});

it.each([
	['not found', () => `${desk.sandbox.url}/delivery-solutions/api/v2/label?token=${KEY}`],
	['not there', () => `http://127.0.0.1:9/label?token=${KEY}`],
	['no web address', () => `ftp://example.com/label?token=${KEY}`],
	['no address', () => `label?token=${KEY}`],
])(
	'the key in the link of a label that is %s stands in no error and no log',
	async (_name, link) => {
		withLink(link());
		const result = await desk.run(onShipment('get', 'SHOP-1', LABEL));
		expect(result.status).toBe('error');
		expect(findLeaks({ error: result.error, logs: result.logs }, KEY)).toEqual([]);
		expect(findLeaks(await desk.run(onShipment('get', 'SHOP-1', LABEL), goOn), KEY)).toEqual([]);
	},
);
