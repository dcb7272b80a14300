/**
 * Every example, by the test file of test/host that imports it unchanged into a real n8n and runs it.
 * A file of examples/ that is not here fails test/unit/examples, and one that its test does not run
 * fails that test.
 */
export const TRIED_IN = {
	examples: [
		'delivery-solutions-cancel-shipment',
		'delivery-solutions-create-shipment',
		'delivery-solutions-failed-alert',
		'delivery-solutions-follow-shipment',
		'delivery-solutions-retry-shipment',
		'flexport-cancel-order',
		'flexport-create-order',
		'flexport-follow-order',
		'flexport-low-stock',
		'flexport-order-shipped',
		'flexport-retry-failed-order',
		'order-on-any-provider',
	],
	'examples-orders': ['flexport-orders-from-shop'],
	'examples-failures': ['delivery-solutions-refused-then-flexport', 'flexport-retry-then-cancel'],
	'examples-shipments': [
		'delivery-solutions-label-by-email',
		'delivery-solutions-shipment-changes',
	],
	'examples-alerts': [
		'flexport-inventory-alert',
		'flexport-low-stock-report',
		'flexport-status-to-chat-and-table',
	],
	'examples-chat': ['ai-agent-where-is-my-order', 'flexport-cancel-from-chat'],
} as const satisfies Record<string, readonly string[]>;

export type ExampleTest = keyof typeof TRIED_IN;
