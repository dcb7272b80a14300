import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { locator } from './locator.mts';
import { createParameters } from './shipping-desk.mts';

/** An operation on the shipment with an ID, own or external. */
export const onShipment = (
	operation: 'get' | 'update' | 'retry' | 'cancel',
	shipmentId: string,
	changes: INodeParameters = {},
): INodeParameters => ({ operation, shipment: locator('id', shipmentId), ...changes });

/** Create or update with a body of the API, as text. */
export const fromJson = (body: unknown): INodeParameters => ({
	inputMode: 'json',
	jsonBody: JSON.stringify(body),
});

/** Create with the external order ID of each incoming item. */
export const createPerItem = (changes: INodeParameters = {}): INodeParameters =>
	createParameters({ externalOrderId: '={{ $json.orderNumber }}', ...changes });

/** So many incoming items with order numbers of their own. */
export const orderNumbers = (count: number): Array<{ orderNumber: string }> =>
	Array.from({ length: count }, (_, index) => ({ orderNumber: `SHOP-${index + 1}` }));

/** The shipment that `createParameters` describes, in the API's names. */
export const shipmentBody = (changes: Record<string, unknown> = {}) => ({
	orderExternalId: 'SHOP-1',
	locationExternalId: '7709',
	deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
	deliveryAddress: {
		street1: '725 Albany Street',
		city: 'Boston',
		state: 'MA',
		postalCode: '02118',
		countryCode: 'US',
	},
	itemList: [{ sku: 'WATCH-1', quantity: 2 }],
	...changes,
});

/** Fields of Create or Update that make the sandbox fail as told, e.g. "create PLACE_ORDER_FAILED x2". */
export const failing = (told: string): INodeParameters => ({
	additionalFields: {
		orderAttributes: { entries: [{ name: 'sandboxFail', type: 'text', value: told }] },
	},
});

/** A refusal in the API's own envelope. */
export const refusedAs = (type: string, status: number): Fault => ({
	kind: 'status',
	status,
	body: { type, message: `Refused: ${type}`, errors: [{ type, message: `Refused: ${type}` }] },
});
