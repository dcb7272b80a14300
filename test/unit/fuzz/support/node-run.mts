import {
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';
import { partialFake } from '../../support/partial-fake.mts';
import { accountsAt, CREDENTIALS } from './accounts.mts';
import { isFailing } from './awkward.mts';
import { NODES, type NodeKey } from './nodes.mts';
import type { Answer } from './strict-api.mts';

export interface RunPlan {
	node: NodeKey;
	/** The parameters of each item, as they come out of the panel and its expressions. */
	items: readonly IDataObject[];
	continueOnFail: boolean;
	/** Where all the accounts are. */
	origin: string;
	answer: Answer;
}

/** Executes a node in a context as n8n gives it, with accounts that a function plays. */
export async function runNode(plan: RunPlan): Promise<INodeExecutionData[]> {
	const { node, continueOnFail } = plan;
	const instance: INode = {
		id: 'n1',
		name: 'Node',
		type: `n8n-nodes-fulfillment.${node}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: CREDENTIALS,
		onError: continueOnFail ? 'continueErrorOutput' : 'stopWorkflow',
	};
	const ctx = partialFake<IExecuteFunctions>({
		getInputData: () => plan.items.map((_, n) => ({ json: { n } })),
		continueOnFail: () => continueOnFail,
		getExecutionCancelSignal: () => undefined,
		getNode: () => instance,
		getTimezone: () => 'America/New_York',
		addExecutionHints: () => undefined,
		getNodeParameter: <T,>(name: string, index = 0, otherwise?: unknown): T =>
			parameterOf(instance, plan.items[index] ?? {}, name, otherwise),
		getCredentials: async <T extends object>(name: string): Promise<T> =>
			Object.assign(Object.create(null), accountsAt(plan.origin)[name]),
		helpers: partialFake<IExecuteFunctions['helpers']>({
			httpRequest: async (options: IHttpRequestOptions) =>
				await plan.answer({ credential: undefined, options }),
			httpRequestWithAuthentication: async (credential: string, options: IHttpRequestOptions) =>
				await plan.answer({ credential, options }),
			prepareBinaryData: async (data, fileName, mimeType) => ({
				data: Buffer.from(data instanceof Uint8Array ? data : []).toString('base64'),
				mimeType: mimeType ?? 'application/octet-stream',
				...(fileName === undefined ? {} : { fileName }),
			}),
		}),
	});
	const [items = []] = (await NODES[node].execute.call(ctx)) ?? [];
	return items;
}

/** As n8n reads it: by path, failing where an expression in it fails, or where there is nothing. */
export function parameterOf<T>(
	node: INode,
	parameters: IDataObject,
	path: string,
	otherwise: unknown,
): T {
	const given = path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
			parameters,
		);
	if (isFailing(given)) {
		throw new NodeOperationError(node, 'Paired item data for this item is unavailable');
	}
	const value: unknown = given === undefined ? otherwise : given;
	if (value === undefined) throw new NodeOperationError(node, `Could not get parameter "${path}"`);
	const read: object = { value };
	return Reflect.get(read, 'value');
}
