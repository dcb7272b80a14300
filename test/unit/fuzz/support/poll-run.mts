import {
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type IPollFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { partialFake } from '../../support/partial-fake.mts';
import { accountsAt, CREDENTIALS, SECRET } from './accounts.mts';
import { endOf } from '../../support/ends.mts';
import { parameterOf } from './node-run.mts';
import { NO_WORDS, type Answer } from './strict-api.mts';

export interface PollPlan {
	poll: (this: IPollFunctions) => Promise<INodeExecutionData[][] | null>;
	parameters: IDataObject;
	/** What n8n has stored; it stays as it is. */
	stored: IDataObject;
	origin: string;
	answer: Answer;
	isTest?: boolean;
}

export interface Polled {
	items: IDataObject[];
	/** What n8n stores afterwards: a poll that fails stores what it has changed, too. */
	stored: IDataObject;
	/** What the poll was refused with. */
	error?: Error;
}

const NODE: INode = {
	id: 'n1',
	name: 'Trigger',
	type: 'n8n-nodes-fulfillment.trigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	credentials: CREDENTIALS,
};

/** Polls once, as n8n does. */
export async function pollOnce(plan: PollPlan): Promise<Polled> {
	const stored = copyOf(plan.stored);
	const ctx = partialFake<IPollFunctions>({
		getMode: () => (plan.isTest ? 'manual' : 'trigger'),
		getNode: () => NODE,
		getWorkflow: () => ({ id: 'w1', active: true }),
		getWorkflowStaticData: () => stored,
		getNodeParameter: <T,>(name: string, otherwise?: unknown): T =>
			parameterOf(NODE, plan.parameters, name, otherwise),
		getCredentials: async <T extends object>(name: string): Promise<T> =>
			Object.assign(Object.create(null), accountsAt(plan.origin)[name]),
		helpers: partialFake<IPollFunctions['helpers']>({
			httpRequestWithAuthentication: async (credential: string, options: IHttpRequestOptions) =>
				await plan.answer({ credential, options }),
		}),
	});
	const ending = await endOf(plan.poll.call(ctx));
	if (!('error' in ending)) {
		const items = (ending.value ?? []).flat().map(({ json }) => json);
		return { items, stored: copyOf(stored) };
	}
	const { error } = ending;
	return {
		items: [],
		stored: copyOf(stored),
		error: error instanceof Error ? error : new Error(String(error)),
	};
}

/** What n8n makes of it when it stores it. */
const copyOf = (stored: IDataObject): IDataObject => JSON.parse(JSON.stringify(stored));

/** What is wrong with the words that a poll was refused with. */
export function faultsOfRefusal({ error, stored }: Polled): string[] {
	const isLeak = JSON.stringify(stored).includes(SECRET);
	const leaks = isLeak ? ['It stores a secret'] : [];
	if (error === undefined) return leaks;
	if (!(error instanceof NodeApiError) && !(error instanceof NodeOperationError)) {
		return [...leaks, `Not an error of n8n: ${String(error)}`];
	}
	const words = `${error.message} ${String(error.description)}`;
	return [
		...leaks,
		...(error.message && error.description ? [] : [`Says nothing: ${words}`]),
		...(NO_WORDS.test(words) || words.includes(SECRET) ? [`Not clear: ${words}`] : []),
		...(/Invalid time|cannot read|call stack/i.test(words) ? [`JavaScript's own: ${words}`] : []),
	];
}
