import type { INodeParameters } from 'n8n-workflow';
import TYPES from '../../fixtures/deliverr/error-types.json';
import { createOrder, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { line } from '../support/order-parameters.mts';
import { pinDate } from '../support/pin-date.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

const desk = useDeliverrDesk();

const HOUR = 3_600_000;
const goOn = { onError: 'continueRegularOutput' } as const;

const told = (type: string, times = '') =>
	createOrder({ additionalFields: { company: `fail ${type}${times}` } });

type Row = [
	type: keyof typeof TYPES,
	what: RegExp,
	fix: RegExp,
	field: string | undefined,
	transient: boolean,
];

/** What the guide says of each type, in the words of a person at the panel. */
const ROWS: Row[] = [
	['ORDER_INVENTORY_DSKU_NEVER_INBOUNDED', /product.*never/, /inbound/, undefined, false],
	['PRODUCT_NOT_APPROVED_FOR_SALE', /not approved/, /dimensions.*hazardous/, undefined, false],
	['ORDER_CANNOT_BE_FULFILLED', /no line items/, /'Line Items'/, 'Line Items', false],
	['ORDER_MISSING_LINE_ITEM', /line item.*product/, /'Product'/, 'Product', false],
	['ORDER_MISSING_SHIPPING_ADDRESS', /no address/, /address/, 'Address Line 1', false],
	['ORDER_MISSING_ADDRESS_LINE', /no street/, /'Address Line 1'/, 'Address Line 1', false],
	['ORDER_MISSING_CITY', /no city/, /'City'/, 'City', false],
	[
		'ORDER_MISSING_STATE_ZIP',
		/state.*postal code/,
		/'State or Province Code' and 'Postal Code'/,
		'Postal Code',
		false,
	],
	['ORDER_INVALID_COUNTRY_CODE', /country/, /'Country Code'/, 'Country Code', false],
	['ORDER_PRODUCT_MISSING_CUSTOMS', /customs/, /customs/, undefined, false],
	['ORDER_PREVIOUSLY_SEEN_ERROR', /last hour.*failed/, /wait an hour/, undefined, true],
	['ORDER_SUBMITTED_TOO_EARLY', /ingestion delay/, /[Ww]ait.*ingestion delay/, undefined, true],
	['PRODUCT_NOT_AVAILABLE', /product.*never/, /stock/, undefined, false],
];

it('the thirteen types of the guide are all looked at', () => {
	expect(ROWS.map(([type]) => type)).toEqual(Object.keys(TYPES));
	expect(ROWS).toHaveLength(13);
});

describe('a type of error reaches the person with its meaning and its fix', () => {
	it.each(ROWS)('%s', async (type, what, fix, field, transient) => {
		const { message, description, httpCode } = seenError(await desk.run(told(type)));
		expect(message).toMatch(/ \(HTTP 400\) \[item 0\]$/);
		expect(message).toMatch(what);
		expect(description).toMatch(fix);
		expect(description).toContain(`The API said: ${TYPES[type].replace(/\.$/, '')}.`);
		expect(description).toContain(`code ${type}`);
		expect(httpCode).toBe('400');
		const { details } = onlyErrorItem(await desk.run(told(type), goOn));
		expect(details).toMatchObject({
			what: message.replace(' [item 0]', ''),
			fix: expect.stringMatching(fix),
			code: type,
			httpCode: '400',
			apiMessage: TYPES[type],
			transient,
		});
		expect(details.field).toBe(field);
		expect(desk.sent()).toEqual(['POST /', 'POST /']);
		expect(desk.api.orders()).toEqual([]);
	});

	it.each(ROWS)('%s, and the order is made where it has passed', async (type) => {
		expect((await desk.run(told(type, ' x1'))).status).toBe('error');
		expect(onlyItem(await desk.run(told(type, ' x1'))).outcome).toBe('created');
	});
});

describe('a type of error that comes by itself', () => {
	const ofProduct = (sku: string, changes: INodeParameters = {}) =>
		createOrder({ lineItems: { item: [line(sku)] }, ...changes });
	const codeOf = async (parameters: INodeParameters) =>
		onlyErrorItem(await desk.run(parameters, goOn)).details.code;

	it('for a product that was never sent in', async () => {
		desk.api.addProduct({ externalProductId: 'NEW', inbounded: false });
		expect(await codeOf(ofProduct('NEW'))).toBe('ORDER_INVENTORY_DSKU_NEVER_INBOUNDED');
	});

	it('for a product that nobody knows', async () => {
		expect(await codeOf(ofProduct('UNKNOWN'))).toBe('PRODUCT_NOT_AVAILABLE');
	});

	it('for a product that is not approved', async () => {
		desk.api.addProduct({ externalProductId: 'BANK', approved: false });
		expect(await codeOf(ofProduct('BANK'))).toBe('PRODUCT_NOT_APPROVED_FOR_SALE');
	});

	it('for a product without customs information, but only abroad', async () => {
		desk.api.addProduct({ externalProductId: 'BEANS', customs: false });
		const abroad = ofProduct('BEANS', { countryCode: 'GB', externalOrderId: 'SHOP-2' });
		expect(await codeOf(abroad)).toBe('ORDER_PRODUCT_MISSING_CUSTOMS');
		expect(onlyItem(await desk.run(ofProduct('BEANS'))).outcome).toBe('created');
	});

	it('for an order that has failed within the hour, until the hour is over', async () => {
		await desk.run(createOrder());
		desk.api.setOrder('SHOP-1', { status: 'ERROR' });
		expect(await codeOf(createOrder())).toBe('ORDER_PREVIOUSLY_SEEN_ERROR');
		await desk.clock.advance(HOUR);
		expect(onlyItem(await desk.run(createOrder())).outcome).toBe('created');
	});

	it('for an order whose product was mended within the hour', async () => {
		desk.api.addProduct({ externalProductId: 'BANK', approved: false });
		await desk.run(ofProduct('BANK'));
		desk.api.addProduct({ externalProductId: 'BANK', approved: true });
		expect(await codeOf(ofProduct('BANK'))).toBe('ORDER_PREVIOUSLY_SEEN_ERROR');
	});

	it('for an order within the ingestion delay, until that is over', async () => {
		desk.api.ingestionDelayMs = 600_000;
		const orderTime = new Date(desk.clock.now()).toISOString();
		const parameters = createOrder({ additionalFields: { orderTime } });
		expect(await codeOf(parameters)).toBe('ORDER_SUBMITTED_TOO_EARLY');
		await desk.clock.advance(600_000);
		expect(onlyItem(await desk.run(parameters)).outcome).toBe('created');
	});
});

describe('an order that failed within the last hour', () => {
	const NOW = Date.parse('2026-01-15T12:34:56.000Z');
	const UNTIL = '2026-01-15T13:34:56.000Z';

	let unpin = (): void => undefined;
	beforeEach(() => {
		unpin = pinDate(NOW);
	});
	afterEach(() => unpin());

	it('says until when to wait, in its words and as a field', async () => {
		const result = await desk.run(told('ORDER_PREVIOUSLY_SEEN_ERROR'), goOn);
		const { details } = onlyErrorItem(result);
		expect(details.retryAt).toBe(UNTIL);
		expect(details.fix).toContain(UNTIL);
	});

	it('says until when to wait where it stops the workflow', async () => {
		const { description } = seenError(await desk.run(told('ORDER_PREVIOUSLY_SEEN_ERROR')));
		expect(description).toContain(UNTIL);
	});

	it('is the only one that says so', async () => {
		for (const [type] of ROWS.filter(([name]) => name !== 'ORDER_PREVIOUSLY_SEEN_ERROR')) {
			const { details } = onlyErrorItem(await desk.run(told(type), goOn));
			expect(details).not.toHaveProperty('retryAt');
		}
	});
});
