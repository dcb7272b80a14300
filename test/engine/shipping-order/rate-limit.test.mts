import { NODE } from '../harness/index.mts';
import { useQuietTime } from '../support/quiet-time.mts';
import { output } from '../support/seen.mts';
import { onShipment } from '../support/shipment-calls.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();
useQuietTime(10);

const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ order: `SHOP-${index}` }));

// The Shipping Order API says "per second", but not how many, nor that it says when to come back.
it.each([
	['in seconds', 'seconds', 90],
	['without Retry-After', 'none', 60],
] as const)(
	'creates at an API that takes 20 a second all arrive, each once (told to wait %s)',
	async (_name, retryAfter, count) => {
		desk.sandbox.faults.rateLimit({ perSecond: 20, retryAfter });
		const input = numbers(count);
		const parameters = createParameters({ externalOrderId: '={{ $json.order }}' });
		const result = await desk.run(parameters, { input });
		expect(
			output(result).map(({ externalOrderId, outcome }) => [externalOrderId, outcome]),
		).toEqual(input.map(({ order }) => [order, 'created']));
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
			input.map((_, item) => ({ item })),
		);
		expect(desk.api.shipments()).toHaveLength(count);
		expect(desk.sandbox.faults.counts().rateLimit).toBeGreaterThan(0);
		// A 429 says that nothing was done, so that nothing has to be looked up.
		expect(new Set(desk.sent())).toEqual(new Set(['POST /shipments']));
	},
);

it('reads at such an API all arrive too', async () => {
	desk.api.addShipments(60, (index) => ({ orderExternalId: `SHOP-${index}` }));
	desk.sandbox.faults.rateLimit({ perSecond: 20, retryAfter: 'seconds' });
	const input = numbers(60);
	const result = await desk.run(onShipment('get', '={{ $json.order }}'), { input });
	expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(
		input.map(({ order }) => order),
	);
	expect(desk.sandbox.faults.counts().rateLimit).toBeGreaterThan(0);
});

it('no more requests are under way at once than Options allow', async () => {
	desk.api.addShipments(40, (index) => ({ orderExternalId: `SHOP-${index}` }));
	desk.sandbox.faults.add({ path: /shipments/, latencyMs: 20, when: { every: 1 } });
	const options = { maxInFlight: 3 };
	await desk.run(onShipment('get', '={{ $json.order }}', { options }), { input: numbers(40) });
	expect(desk.sandbox.log.maxInFlight()).toBe(3);
});
