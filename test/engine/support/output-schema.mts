import { Ajv, type ValidateFunction } from 'ajv';
import { n8nCore } from '../harness/n8n.mts';

/** Where a node's built file lies, and what the node is about. */
const NODES = {
	product: { nodeDir: 'dist/nodes/Product', resource: 'product' },
	inventory: { nodeDir: 'dist/nodes/Inventory', resource: 'inventory' },
	fulfillmentOrder: { nodeDir: 'dist/nodes/FulfillmentOrder', resource: 'order' },
	shippingOrder: { nodeDir: 'dist/nodes/ShippingOrder', resource: 'shipment' },
} as const;

const ajv = new Ajv({ allErrors: true, strict: true });
// n8n writes a version into the schemas of its own nodes.
ajv.addKeyword('version');

/** The output schema that n8n finds for an operation, the way n8n looks for it. */
export function outputSchema(node: keyof typeof NODES, operation: string): Record<string, unknown> {
	const schema = n8nCore.loadOutputSchema({ ...NODES[node], version: 1, operation });
	if (!schema) throw new Error(`n8n finds no output schema of ${node} ${operation}.`);
	return { ...schema };
}

/** Compiles an output schema. A mistake in the schema itself throws. */
export function compileOutputSchema(schema: Record<string, unknown>): ValidateFunction {
	return ajv.compile(schema);
}

/** What is wrong with an item by the schema of its operation, as "place: rule". */
export function schemaFaults(node: keyof typeof NODES, operation: string, item: unknown): string[] {
	const validate = compileOutputSchema(outputSchema(node, operation));
	validate(item);
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
