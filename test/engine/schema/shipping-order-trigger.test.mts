import { Ajv } from 'ajv';
import type { IDataObject } from 'n8n-workflow';
import { STATUSES } from '../../sandbox/delivery-solutions/statuses.mts';
import { n8nCore } from '../harness/n8n.mts';
import { example } from '../support/shipping-desk.mts';
import { useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';

const desk = useShippingTriggerDesk();

const NODE_DIR = 'dist/nodes/ShippingOrderTrigger';

/** The output schema, the way in which n8n looks for that of a node without operations. */
function outputSchema(): Record<string, unknown> {
	const schema = n8nCore.loadOutputSchema({ nodeDir: NODE_DIR, version: 1, versionFallback: true });
	if (!schema) throw new Error('n8n finds no output schema of the trigger.');
	return { ...schema };
}

/** What is wrong with outputs by the schema, as "place: rule". */
function faults(outputs: readonly unknown[]): string[] {
	const ajv = new Ajv({ allErrors: true, strict: true });
	ajv.addKeyword('version');
	const validate = ajv.compile(outputSchema());
	return outputs.flatMap((output) => {
		validate(output);
		return (validate.errors ?? []).map(
			({ instancePath, message }) => `${instancePath}: ${message}`,
		);
	});
}

/** The shipments of the documented list, which are found as if they had just changed. */
function documented(): IDataObject[] {
	const { data } = example('list-answer');
	if (!Array.isArray(data)) throw new Error('The example has no data.');
	const lastUpdatedAt = new Date(desk.clock.now()).toISOString();
	return data.map((shipment) => ({ ...Object(shipment), lastUpdatedAt }));
}

test('n8n finds a schema of the trigger, and it allows nothing but what it names', () => {
	expect(outputSchema()).toMatchObject({ type: 'object', additionalProperties: false });
	expect(faults([{}])).not.toEqual([]);
});

test('what leaves the trigger is what the schema says, in every state', async () => {
	const host = await desk.active();
	for (const status of [...STATUSES, 'LOST_AT_SEA']) desk.api.addShipment({ status });
	for (const shipment of documented()) desk.api.addShipment(shipment);
	desk.api.addShipment({ lastUpdatedAt: null, provider: null, fee: 'free', trackingId: 7 });
	const { items = [] } = await host.poll();
	expect(items.length).toBe(STATUSES.length + 2 + documented().length);
	for (const { orderExternalId } of desk.api.shipments())
		await desk.move(orderExternalId, 'STAGED');
	const moved = (await host.poll()).items ?? [];
	expect(moved.length).toBeGreaterThan(STATUSES.length);
	expect(faults([...items, ...moved])).toEqual([]);
	expect(new Set(items.map(({ status }) => status)).size).toBe(7);
});

test('what a test in the editor shows is what the schema says', async () => {
	desk.add('SHOP-1');
	const { items = [] } = await desk.host().test();
	expect(items).toHaveLength(1);
	expect(faults(items)).toEqual([]);
});
