import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import { NODE } from '../harness/index.mts';
import { createParameters } from '../support/order-parameters.mts';
import { useOrderDesk } from '../support/order-desk.mts';

const desk = useOrderDesk();

const anyValue = fc.oneof(
	{ weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
	{ weight: 2, arbitrary: fc.integer({ min: -2, max: 99_999 }) },
	fc.constantFrom('', ' ', '={{ 1 + 1 }}', '{{ $json.city }}', true, null, 0.5),
	fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
	fc.record({ name: fc.string({ maxLength: 3 }) }),
);

const anyItem = fc.record(
	{
		order: anyValue,
		'ship to': fc.record({ name: anyValue, street: anyValue, zip: anyValue }, { requiredKeys: [] }),
		city: anyValue,
		lines: fc.array(fc.record({ sku: anyValue, quantity: anyValue }, { requiredKeys: [] }), {
			maxLength: 2,
		}),
	},
	{ requiredKeys: [] },
);

/** Create with all that n8n writes when a field is dragged into a parameter. */
function mapped(write: (field: string) => string): INodeParameters {
	return createParameters('', {
		externalOrderId: write('$json.order'),
		recipientName: write('$json["ship to"].name'),
		address1: write("$json['ship to'].street"),
		postalCode: write('$json["ship to"]["zip"]'),
		city: write('$json.city'),
		lineItems: {
			item: [
				{
					product: { __rl: true, mode: 'id', value: write('$json.lines[0].sku') },
					quantity: write('$json.lines[0].quantity'),
					additionalFields: {},
				},
			],
		},
		options: { maxInFlight: 1 },
	});
}

/** What was sent, and what came out, for items whose orders the API refuses. */
async function outcomeOf(parameters: INodeParameters, input: Array<Record<string, unknown>>) {
	desk.sandbox.log.clear();
	const items: unknown = JSON.parse(JSON.stringify(input));
	const result = await desk.run(parameters, {
		input: Array.isArray(items) ? items : [],
		onError: 'continueRegularOutput',
	});
	return {
		errors: result.items(NODE).map(({ json }) => json.error),
		bodies: desk.sandbox.log.find('POST', '/orders').map(({ body }) => body),
	};
}

it('a field that is mapped as it is comes as n8n itself evaluates it', async () => {
	const fault = { kind: 'status', status: 400 } as const;
	desk.sandbox.faults.add({ method: 'POST', fault, when: { every: 1 } });
	const good = { order: 'A', 'ship to': { name: 'B', street: 'C', zip: 'D' }, city: 'E' };
	const input = [
		{ ...good, lines: [{ sku: desk.sku(), quantity: 1 }] },
		...fc.sample(anyItem, { seed: 20260115, numRuns: extent(400) }),
		...Array.from({ length: 40 }, (_, n) => ({
			...good,
			order: n,
			lines: [{ sku: desk.sku(n % 3), quantity: n + 1 }],
		})),
	];
	const ours = await outcomeOf(
		mapped((field) => `={{ ${field} }}`),
		input,
	);
	// In parentheses it is a calculation, which is always left to n8n.
	const evaluated = await outcomeOf(
		mapped((field) => `={{ (${field}) }}`),
		input,
	);
	expect(ours).toEqual(evaluated);
	expect(ours.errors).toHaveLength(input.length);
	expect(ours.bodies.length).toBeGreaterThan(40);
}, 120_000);

it('n8n is asked for each item where anything is calculated', async () => {
	const input = [{ order: 'one' }, { order: 'two' }];
	const parameters = createParameters(desk.sku(), {
		externalOrderId: '={{ $json.order.toUpperCase() }}',
		address2: '=Unit {{ $json.order }}',
	});
	await desk.run(parameters, { input });
	expect(desk.sandbox.log.find('POST', '/orders').map(({ body }) => body)).toMatchObject([
		{ externalOrderId: 'ONE', address: { address2: 'Unit one' } },
		{ externalOrderId: 'TWO', address: { address2: 'Unit two' } },
	]);
});
