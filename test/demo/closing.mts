import { expectOutcome } from './expectation.mts';
import type { Paper } from './paper.mts';
import type { Stage } from './stage.mts';

/** Sums up, and says where to go from here. */
export function close({ sandbox }: Stage, paper: Paper): void {
	const orders = [
		...sandbox.flexport.orders().map(({ externalOrderId }) => `flexport ${externalOrderId}`),
		...sandbox.deliverr.orders().map(({ externalOrderId }) => `deliverr ${externalOrderId}`),
		...sandbox.digitalRiver.orders().map(({ upstreamId }) => `digitalRiver ${upstreamId}`),
	];
	const shipments = sandbox.deliverySolutions.shipments().map((one) => one.orderExternalId);
	const twice = [orders, shipments].reduce((sum, ids) => sum + ids.length - new Set(ids).size, 0);
	expectOutcome('Orders and shipments made twice', twice, 0);
	paper.heading('In all');
	paper.line(
		`${sandbox.log.all().length} requests, ${orders.length} orders, ${shipments.length} shipments, ${twice} made twice.`,
	);
	paper.line();
	paper.line('The workflows above are in examples/: import them into n8n as they are.');
	paper.line('How to go on is in README.md: "Install", "Credentials", "Sandbox".');
}
