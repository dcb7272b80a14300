import { Ajv } from 'ajv';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { n8nCore } from '../harness/n8n.mts';
import {
	TRIGGER_PROVIDERS,
	useTriggerDesk,
	type TriggerProvider,
} from '../support/trigger-desk.mts';

const desk = useTriggerDesk();

const NODE_DIR = 'dist/nodes/OrderStatusTrigger';

/** The output schema, the way in which n8n looks for that of a node without operations. */
function outputSchema(): Record<string, unknown> {
	const schema = n8nCore.loadOutputSchema({ nodeDir: NODE_DIR, version: 1, versionFallback: true });
	if (!schema) throw new Error('n8n finds no output schema of the trigger.');
	return { ...schema };
}

/** What is wrong with an output by the schema, as "place: rule". */
function faults(output: IDataObject | undefined): string[] {
	const ajv = new Ajv({ allErrors: true, strict: true });
	ajv.addKeyword('version');
	const validate = ajv.compile(outputSchema());
	validate(output);
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

const TOKEN_HEADER = 'X-Webhook-Token';
const PORTAL = 'a-long-random-portal-text-000000000000042';

/** The outputs of an active trigger once these events were delivered to it. */
async function outputsOf(
	provider: TriggerProvider,
	parameters: INodeParameters,
	events: Array<[type: string, details?: IDataObject]>,
): Promise<IDataObject[]> {
	const host = await desk.host(provider, { events: ['*'], ...parameters });
	await host.activate();
	if (provider === 'deliverySolutions') {
		const auth = { type: 'header', name: TOKEN_HEADER, value: PORTAL } as const;
		const { hooks } = desk.sandbox.deliverySolutions;
		hooks.addTarget({ url: host.productionUrl, kind: 'order', auth });
	}
	for (const [type, details] of events) await desk.hooks(provider).fire(type, details);
	await host.settled();
	expect(host.outputs()).toHaveLength(events.length);
	return host.outputs();
}

const EVENT: Readonly<Record<TriggerProvider, string>> = {
	flexport: 'Order.Shipped',
	deliverr: 'ORDER_STATUS_UPDATE',
	digitalRiver: 'fulfillment_order.shipped',
	deliverySolutions: 'IN_TRANSIT',
};

const OTHER: Readonly<Record<TriggerProvider, [string, IDataObject]>> = {
	flexport: ['Return.Updated', { status: 'NEW_WORD' }],
	deliverr: ['INVENTORY_UPDATE', {}],
	digitalRiver: ['fulfillment_return.created', {}],
	deliverySolutions: ['LOST_AT_SEA', {}],
};

test('n8n finds a schema of the trigger, and it allows nothing but what it names', () => {
	expect(outputSchema()).toMatchObject({ type: 'object', additionalProperties: false });
	expect(faults({})).not.toEqual([]);
});

describe.each(TRIGGER_PROVIDERS)(
	'what leaves the trigger for %s is what the schema says',
	(provider) => {
		test('of an event about an order, and of another', async () => {
			const outputs = await outputsOf(provider, {}, [[EVENT[provider]], OTHER[provider]]);
			expect(outputs.flatMap(faults)).toEqual([]);
		});

		test('with headers and an order that cannot be read', async () => {
			const options = { includeHeaders: true, includeOrder: true };
			const outputs = await outputsOf(provider, { options }, [[EVENT[provider]]]);
			expect(outputs.flatMap(faults)).toEqual([]);
			expect(outputs[0]).toHaveProperty('headers');
			expect(outputs[0]).toHaveProperty('orderError');
		});
	},
);

test('what leaves the trigger with an order that can be read is what the schema says', async () => {
	desk.sandbox.digitalRiver.addOrder({ upstreamId: 'SHOP-1' });
	const options = { includeOrder: true };
	const event: [string, IDataObject] = ['fulfillment_order.pending', { upstreamId: 'SHOP-1' }];
	const [output] = await outputsOf('digitalRiver', { options }, [event]);
	expect(faults(output)).toEqual([]);
	expect(output?.order).toMatchObject({ externalOrderId: 'SHOP-1' });
});
