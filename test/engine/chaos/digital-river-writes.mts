import { MUG, orderBody } from '../support/digital-river-desk.mts';
import { locator } from '../support/locator.mts';
import { FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { createParameters } from '../support/order-parameters.mts';
import { hasOutcome, type WriteKind, type World } from './write.mts';

const credentials = ({ sandbox: { digitalRiver } }: World) => ({
	digitalRiverApi: { apiKey: digitalRiver.keys.secret, baseUrl: digitalRiver.baseUrl },
});

const UNITS = 4;

/** The write operations of Digital River. */
export const DIGITAL_RIVER_WRITES: readonly WriteKind[] = [
	{
		name: 'Digital River create order',
		node: FULFILLMENT_ORDER,
		credentials,
		parameters: createParameters(MUG, {
			provider: 'digitalRiver',
			externalOrderId: '={{ $json.tag }}',
		}),
		isSending: ({ method }) => method === 'POST',
		saysDone: hasOutcome('created'),
		// A second order with the same upstreamId is taken, so that two would be seen here.
		effects: ({ sandbox }, tag) =>
			sandbox.digitalRiver.orders().filter(({ upstreamId }) => upstreamId === tag).length,
	},
	{
		name: 'Digital River cancel',
		node: FULFILLMENT_ORDER,
		credentials,
		parameters: {
			provider: 'digitalRiver',
			operation: 'cancel',
			order: locator('externalId', '={{ $json.tag }}'),
			cancelLines: { entries: [{ id: MUG, quantity: '={{ $json.units }}' }] },
		},
		input: ({ dice }) => ({
			units: dice.pick([
				[1, UNITS],
				[1, 1],
			]),
		}),
		prepare({ sandbox }, tags) {
			for (const tag of tags) {
				const items = [{ id: `line-of-${tag}`, inventoryItemId: MUG, quantity: UNITS }];
				sandbox.digitalRiver.addOrder(orderBody({ id: `order-${tag}`, upstreamId: tag, items }));
			}
		},
		isSending: ({ method }) => method === 'POST',
		saysDone: hasOutcome('cancelled', 'partlyCancelled'),
		effects: ({ sandbox }, tag) =>
			sandbox.digitalRiver
				.cancellations()
				.filter(({ fulfillmentOrderId }) => fulfillmentOrderId === `order-${tag}`).length,
	},
];
