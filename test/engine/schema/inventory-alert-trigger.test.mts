import { Ajv } from 'ajv';
import type { IDataObject } from 'n8n-workflow';
import { n8nCore } from '../harness/n8n.mts';
import { ALERT_KEYS, useAlertDesk } from '../support/inventory-alert-desk.mts';

const desk = useAlertDesk();

const NODE_DIR = 'dist/nodes/InventoryAlertTrigger';

/** The output schema, the way in which n8n looks for that of a node without operations. */
function outputSchema(): Record<string, unknown> {
	const schema = n8nCore.loadOutputSchema({ nodeDir: NODE_DIR, version: 1, versionFallback: true });
	if (!schema) throw new Error('n8n finds no output schema of the trigger.');
	return { ...schema };
}

/** What is wrong with an output by the schema, as "place: rule". */
function faults(output: IDataObject): string[] {
	const ajv = new Ajv({ allErrors: true, strict: true });
	ajv.addKeyword('version');
	const validate = ajv.compile(outputSchema());
	validate(output);
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

test('n8n finds a schema of the trigger, which names the keys of an alert and no others', () => {
	const schema = outputSchema();
	expect(schema).toMatchObject({ additionalProperties: false, required: ALERT_KEYS });
	expect(Object.keys(Object(schema.properties))).toEqual(ALERT_KEYS);
	expect(faults({})).toHaveLength(ALERT_KEYS.length);
});

test('what leaves the trigger is what the schema says, for every kind of alert', async () => {
	const mug = desk.add('MUG', 50);
	const cup = desk.add('CUP', 1);
	const host = await desk.activeHost({ alerts: ['low', 'outOfStock', 'restocked', 'lotExpiring'] });
	desk.set(mug, { onHand: 0, lots: [{ expirationDate: new Date().toISOString(), available: 2 }] });
	desk.set(cup, 50);
	const { items = [] } = await host.poll();
	expect(items.map(({ alert }) => alert).sort()).toEqual([
		'lotExpiring',
		'low',
		'outOfStock',
		'restocked',
	]);
	expect(items.flatMap(faults)).toEqual([]);
});

test('what leaves the trigger of a product that is gone is what the schema says', async () => {
	const mug = desk.add('MUG', 50);
	const host = await desk.activeHost();
	desk.set(mug, 0);
	const path = `/products/${mug.logisticsSku}`;
	desk.sandbox.faults.add({ path, fault: { kind: 'status', status: 404 } });
	const { items = [] } = await host.poll();
	expect(items).toMatchObject([{ name: null, merchantSku: null }]);
	expect(items.flatMap(faults)).toEqual([]);
});
