import sample from '../../fixtures/flexport/create-order.json';
import { create } from '../../../nodes/FulfillmentOrder/operations/create.ts';
import { FULL_ORDER_BODY, FULL_ORDER_PANEL } from '../support/order-panel.mts';
import { panelFor } from '../support/panel-for.mts';
import { placesFilled, placesIn } from '../support/panel-names.mts';
import { pathsOf } from '../support/paths.mts';
import { sentBody } from '../support/sent-body.mts';

describe('the panel of Create, filled in whole', () => {
	it('is the whole panel that shows for Flexport', () => {
		const others = ['provider', 'jsonBody', 'lineItemsJson'];
		const isMeant = (place: string) => !others.includes(place) && !place.startsWith('options.');
		expect(placesFilled(FULL_ORDER_PANEL).filter(isMeant)).toEqual(
			placesIn(panelFor('flexport', create.properties)).filter(isMeant),
		);
	});

	it('gives the body of CreateOrder with every value in its place', async () => {
		expect(await sentBody(create, FULL_ORDER_PANEL)).toEqual(FULL_ORDER_BODY);
	});

	it('gives every field of the documented sample, and no other', async () => {
		expect(pathsOf(await sentBody(create, FULL_ORDER_PANEL))).toEqual(pathsOf(sample));
	});
});

describe('the panel of Create, with what is left empty', () => {
	const line = { product: { __rl: true, mode: 'list', value: 'DABCDEF1234' }, quantity: 1 };
	const least = {
		...FULL_ORDER_PANEL,
		address2: '',
		provinceCode: '',
		lineItems: { item: [line] },
		additionalFields: {},
	};

	it('sends nothing for it', async () => {
		expect(pathsOf(await sentBody(create, least))).toEqual([
			'address.address1',
			'address.city',
			'address.countryCode',
			'address.name',
			'address.zip',
			'externalOrderId',
			'lineItems[].logisticsSku',
			'lineItems[].quantity',
		]);
	});

	it('sends nothing for groups that were added and not filled in', async () => {
		const additionalFields = {
			duties: {},
			dropShipData: { values: { barCode: '', billingAddress: {} } },
			shipBy: '',
			packingSlipUrl: '',
		};
		expect(await sentBody(create, { ...least, additionalFields })).toEqual(
			await sentBody(create, least),
		);
	});

	it('sends nothing for a list that was added and not filled in', async () => {
		const duties = {
			values: {
				merchantOfRecordAccountId: 'a',
				merchantOfRecordOrderId: 'b',
				merchantOfRecordProvider: 'GLOBALE',
				merchantOfRecordSkuMap: { entries: [] },
			},
		};
		const body = await sentBody(create, { ...least, additionalFields: { duties } });
		expect(body).toHaveProperty('duties.merchantOfRecordAccountId', 'a');
		expect(body).not.toHaveProperty('duties.merchantOfRecordSkuMap');
	});

	it('sends what is 0 or false, which is not empty', async () => {
		const additionalFields = { deliveryDays: 0, isSubscriptionOrder: false };
		expect(await sentBody(create, { ...least, additionalFields })).toMatchObject(additionalFields);
	});
});

describe('the line items of Create, given as JSON', () => {
	const lines = (lineItemsJson: string | object[]) =>
		sentBody(create, {
			...FULL_ORDER_PANEL,
			lineItems: {},
			lineItemsInput: 'json',
			lineItemsJson,
		});

	it.each([
		['in the words of the panel', { sku: 'DABCDEF1234', quantity: 2 }],
		['in the words of the API', { logisticsSku: 'DABCDEF1234', quantity: 2 }],
		['with a quantity that is text', { sku: ' DABCDEF1234 ', quantity: '2' }],
	])('may be %s', async (_how, line) => {
		const lineItems = [{ logisticsSku: 'DABCDEF1234', quantity: 2 }];
		expect(await lines(JSON.stringify([line]))).toMatchObject({ lineItems });
		expect(await lines([line])).toMatchObject({ lineItems });
	});

	it('may hold all that a line item has', async () => {
		expect(await lines(FULL_ORDER_BODY.lineItems)).toEqual(FULL_ORDER_BODY);
	});
});

describe('the whole order, given as JSON', () => {
	it.each([
		['text', JSON.stringify(FULL_ORDER_BODY)],
		['an object of an expression', FULL_ORDER_BODY],
	])('is sent as it is: %s', async (_how, jsonBody) => {
		expect(await sentBody(create, { provider: 'flexport', inputMode: 'json', jsonBody })).toEqual(
			FULL_ORDER_BODY,
		);
	});
});
