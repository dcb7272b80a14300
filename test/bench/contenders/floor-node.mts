import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INodeType } from 'n8n-workflow';
import { n8nWorkflow } from '../../engine/harness/n8n.mts';
import { orderBody } from '../../engine/support/order-parameters.mts';
import { inTurns } from '../in-turns.mts';
import { API_PATH, IN_FLIGHT, PAGE_SIZE } from './contender.mts';

export const FLOOR_TYPE = 'bench.floor';

const { Main } = n8nWorkflow.NodeConnectionTypes;

async function sender(
	ctx: IExecuteFunctions,
): Promise<(path: string, body?: object) => Promise<unknown>> {
	const { baseUrl } = await ctx.getCredentials('flexportApi');
	return async (path, body) => {
		const options: IHttpRequestOptions = {
			method: body ? 'POST' : 'GET',
			url: String(baseUrl) + API_PATH + path,
			json: true,
			...(body ? { body } : {}),
		};
		return await ctx.helpers.httpRequestWithAuthentication.call(ctx, 'flexportApi', options);
	};
}

/**
 * The least that a node can do: it sends with n8n's own helper and the credential, and does nothing
 * else. It reads no parameters per item, checks nothing, and fails with the first failure.
 */
export const floorNode: INodeType = {
	description: {
		displayName: 'Floor',
		name: 'floor',
		group: ['transform'],
		version: 1,
		description: 'A loop around the helper',
		defaults: { name: 'Floor' },
		inputs: [Main],
		outputs: [Main],
		credentials: [{ name: 'flexportApi', required: true }],
		properties: [
			{ displayName: 'SKU', name: 'sku', type: 'string', default: '' },
			{ displayName: 'Rows', name: 'rows', type: 'number', default: 0 },
		],
	},
	async execute() {
		const send = await sender(this);
		const sku = String(this.getNodeParameter('sku', 0));
		const rows = Number(this.getNodeParameter('rows', 0));
		const offsets = Array.from({ length: rows / PAGE_SIZE + 1 }, (_, page) => page * PAGE_SIZE);
		const answers =
			rows > 0
				? await inTurns(offsets, IN_FLIGHT, async (offset) =>
						send(`/products/inventory/all?limit=${PAGE_SIZE}&offset=${offset}`),
					)
				: await inTurns(this.getInputData(), IN_FLIGHT, async ({ json }) =>
						send('/orders', orderBody(sku, { externalOrderId: json.orderNumber })),
					);
		return [answers.flatMap(itemsOf)];
	},
};

function itemsOf(answer: unknown, index: number) {
	const rows: unknown[] = Array.isArray(answer) ? answer : [answer];
	return rows.filter(isJson).map((json) => ({ json, pairedItem: { item: index } }));
}

const isJson = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null;
