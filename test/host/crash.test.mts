import type { INodeParameters } from 'n8n-workflow';
import { createPerItem as createOrder } from '../engine/support/order-parameters.mts';
import {
	createPerItem as createShipment,
	orderNumbers,
} from '../engine/support/shipment-parameters.mts';
import type { Sandbox } from '../sandbox/server.mts';
import { runWorkflow, startRun } from './rest/run.mts';
import { saveWorkflow } from './rest/workflows.mts';
import type { CredentialType } from './support/accounts.mts';
import { stopShort } from './support/stop-short.mts';
import { until } from './support/until.mts';
import { useFreshHost } from './support/use-host.mts';
import { manually, nodesWith, START } from './workflows/build.mts';

const desk = useFreshHost();

interface Bulk {
	name: string;
	count: number;
	node: string;
	credential: CredentialType;
	path: RegExp;
	parameters: (sandbox: Sandbox) => INodeParameters;
	made: (sandbox: Sandbox) => unknown[];
}

const BULKS: Bulk[] = [
	{
		name: 'Flexport',
		count: 500,
		node: 'fulfillmentOrder',
		credential: 'flexportApi',
		path: /\/orders$/,
		parameters: ({ flexport }) =>
			createOrder(flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' }).logisticsSku),
		made: ({ flexport }) => flexport.orders().map(({ externalOrderId }) => externalOrderId),
	},
	{
		name: 'Delivery Solutions',
		count: 200,
		node: 'shippingOrder',
		credential: 'deliverySolutionsApi',
		path: /\/shipments$/,
		parameters: () => createShipment(),
		made: ({ deliverySolutions }) =>
			deliverySolutions.shipments().map(({ orderExternalId }) => orderExternalId),
	},
];

it.each(BULKS)(
	'$name: n8n is killed in the middle of $count creates; run again, there are exactly $count',
	async ({ count, node, credential, path, parameters, made }) => {
		const { sandbox, rest } = desk;
		const create = nodesWith(desk.accounts)('Create', node, credential, parameters(sandbox));
		const file = manually('Many', create);
		const items = orderNumbers(count).map((json) => ({ json }));
		const { id } = await saveWorkflow(rest, { ...file, pinData: { [START]: items } });

		// So that some are made, some are on their way and some are not begun.
		const half = count / 2;
		stopShort(sandbox, { method: 'POST', path }, half);
		await startRun(rest, id, START);
		await until('half of them are made', () => made(sandbox).length >= half || undefined);
		await desk.host.kill('SIGKILL');
		const before = made(sandbox).length;
		expect(before).toBeGreaterThanOrEqual(half);
		expect(before).toBeLessThan(count);
		sandbox.faults.clear();

		await desk.host.restart();
		const { status, output } = await runWorkflow(rest, id, START);
		expect(status).toBe('success');
		const outcomes = output('Create').map(({ outcome }) => outcome);
		expect(outcomes).toHaveLength(count);
		expect(outcomes.filter((outcome) => outcome === 'created').length).toBeLessThanOrEqual(half);
		expect(made(sandbox)).toHaveLength(count);
		expect(new Set(made(sandbox))).toEqual(
			new Set(orderNumbers(count).map(({ orderNumber }) => orderNumber)),
		);
	},
);
