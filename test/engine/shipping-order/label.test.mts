import type { INodeParameters } from 'n8n-workflow';
import { NODE, type RunResult } from '../harness/index.mts';
import { onlyItem, output } from '../support/seen.mts';
import { list, onShipment } from '../support/shipment-calls.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const LABEL = { options: { downloadLabel: true } };

const withTrick = (sandboxLabel: string, changes: INodeParameters = {}) => {
	const body = {
		orderExternalId: 'SHOP-1',
		locationExternalId: '7709',
		deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
		deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
		orderAttributes: { sandboxLabel },
	};
	return { operation: 'create', inputMode: 'json', jsonBody: JSON.stringify(body), ...changes };
};

const labels = () => desk.sandbox.log.find('GET', /\/label$/);

/** The files of the only item: names of fields, and what is in them. */
function files(result: RunResult): Array<Record<string, unknown>> {
	const [item] = result.items(NODE);
	return Object.entries(item?.binary ?? {}).map(([field, file]) => ({
		field,
		fileName: file.fileName,
		mimeType: file.mimeType,
		extension: file.fileExtension,
		begins: Buffer.from(file.data, 'base64').toString('latin1', 0, 5),
		bytes: Buffer.from(file.data, 'base64').length,
	}));
}

const PDF = {
	field: 'label',
	fileName: 'label-SHOP-1.pdf',
	mimeType: 'application/pdf',
	extension: 'pdf',
	begins: '%PDF-',
	bytes: expect.any(Number),
};

describe('a label that the shipment has', () => {
	it.each([
		['as a link', 'link', 1],
		['as a link in the label', 'url', 1],
		['as a file in the answer', 'file', 0],
	])('%s comes as a PDF beside the data', async (_name, trick, downloads) => {
		await desk.run(withTrick(trick));
		const result = await desk.run(onShipment('get', 'SHOP-1', LABEL));
		expect(onlyItem(result)).toMatchObject({ externalOrderId: 'SHOP-1', status: 'processing' });
		expect(onlyItem(result)).not.toHaveProperty('labelNote');
		expect(files(result)).toEqual([PDF]);
		expect(labels()).toHaveLength(downloads);
	});

	it('comes whole: the bytes are those that its server gives', async () => {
		await desk.run(withTrick('link'));
		const links = Object(desk.api.shipment('SHOP-1')?.referenceLinks);
		const original = Buffer.from(await (await fetch(String(links.labelLink))).arrayBuffer());
		const result = await desk.run(onShipment('get', 'SHOP-1', LABEL));
		const data = result.items(NODE)[0]?.binary?.label?.data ?? '';
		expect(Buffer.from(data, 'base64').equals(original)).toBe(true);
	});

	it('is fetched without the token of the API', async () => {
		await desk.run(withTrick('link'));
		await desk.run(onShipment('get', 'SHOP-1', LABEL));
		expect(labels().map(({ headers, status }) => [headers.authorization, status])).toEqual([
			[undefined, 200],
		]);
	});

	it('goes into the field that Options name', async () => {
		await desk.run(withTrick('file'));
		const options = { downloadLabel: true, binaryPropertyName: 'sticker' };
		const result = await desk.run(onShipment('get', 'SHOP-1', { options }));
		expect(files(result)).toEqual([{ ...PDF, field: 'sticker' }]);
	});

	it.each(['', '  '])('goes into "label" where the field is "%s"', async (binaryPropertyName) => {
		await desk.run(withTrick('file'));
		const options = { downloadLabel: true, binaryPropertyName };
		const result = await desk.run(onShipment('get', 'SHOP-1', { options }));
		expect(files(result)).toEqual([PDF]);
	});

	it('is not fetched unless it is asked for', async () => {
		await desk.run(withTrick('link'));
		for (const options of [{}, { downloadLabel: false }]) {
			const result = await desk.run(onShipment('get', 'SHOP-1', { options }));
			expect(files(result)).toEqual([]);
		}
		expect(labels()).toEqual([]);
	});

	it('has a file name that any system takes', async () => {
		desk.api.addShipment({
			orderExternalId: '../No 7/#2 "x"',
			label: { file: Buffer.from('%PDF-1.4').toString('base64'), fileType: 'pdf' },
		});
		const result = await desk.run(onShipment('get', '../No 7/#2 "x"', LABEL));
		expect(files(result)[0]?.fileName).toMatch(/^label-[\w.-]+\.pdf$/);
	});
});

describe('each operation that gives a shipment can bring its label', () => {
	it.each<[string, () => INodeParameters, () => void]>([
		['create', () => withTrick('link', LABEL), () => undefined],
		['get', () => onShipment('get', 'SHOP-1', LABEL), () => undefined],
		['getAll', () => list({}, LABEL), () => undefined],
		[
			'update',
			() =>
				onShipment('update', 'SHOP-1', {
					inputMode: 'json',
					jsonBody: '{ "deliveryInstructions": "Ring twice" }',
					...LABEL,
				}),
			() => undefined,
		],
		[
			'retry',
			() => onShipment('retry', 'SHOP-1', LABEL),
			() => desk.api.setShipment('SHOP-1', { status: 'ORDER_FAILED' }),
		],
	])('%s', async (operation, parameters, before) => {
		if (operation !== 'create') await desk.run(withTrick('link'));
		before();
		const result = await desk.run(parameters());
		expect(onlyItem(result).externalOrderId).toBe('SHOP-1');
		expect(files(result)).toEqual([PDF]);
	});

	it('for each shipment of a list its own', async () => {
		for (const id of ['SHOP-1', 'SHOP-2', 'SHOP-3']) {
			await desk.run(createParameters({ externalOrderId: id }));
		}
		const result = await desk.run(list({}, LABEL));
		expect(output(result)).toHaveLength(3);
		for (const { json, binary } of result.items(NODE)) {
			const text = Buffer.from(binary?.label?.data ?? '', 'base64').toString('latin1');
			expect(text).toContain(String(json.trackingNumber));
			expect(binary?.label?.fileName).toBe(`label-${json.externalOrderId}.pdf`);
		}
	});

	it('without Simplify the data stays untouched', async () => {
		await desk.run(withTrick('link'));
		const result = await desk.run(onShipment('get', 'SHOP-1', { ...LABEL, simplify: false }));
		expect(onlyItem(result)).toEqual(desk.api.shipment('SHOP-1'));
		expect(files(result)).toEqual([PDF]);
	});
});
