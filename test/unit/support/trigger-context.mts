import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	IHttpRequestOptions,
	INode,
	IWebhookFunctions,
} from 'n8n-workflow';
import { fakeResponse, type FakeResponse } from './fake-response.mts';
import { requestOf, type IncomingPlan } from './incoming.mts';
import { partialFake } from './partial-fake.mts';

/** An address as n8n makes them: where, whose, and the path of the node. */
export const URL_HERE = 'https://n8n.example.com/webhook/9f3c-4a51/webhook';

/** The API keys of every system; the answers of an API may hold them, what leaves the node may not. */
export const API_SECRETS = ['shltm_0123456789abcdef', 'dlv_0123456789abcdef', 'sk_test_0123456789'];

const CREDENTIALS: Readonly<Record<string, ICredentialDataDecryptedObject>> = {
	flexportApi: {
		apiToken: 'shltm_0123456789abcdef',
		baseUrl: 'https://logistics.example',
		apiVersion: '2026-02',
	},
	deliverrApi: {
		accessToken: 'dlv_0123456789abcdef',
		refreshToken: '',
		baseUrl: 'https://deliverr.example',
	},
	digitalRiverApi: {
		apiKey: 'sk_test_0123456789',
		webhookSecret: '',
		apiVersion: '2021-02-23',
		baseUrl: 'https://river.example',
	},
	deliverySolutionsApi: {
		clientId: 'client',
		clientSecret: 's3cret',
		webhookSecret: '',
		tokenUrl: 'https://api.example/oauth/token',
		baseUrl: 'https://api.example/shipping/v1',
	},
};

export interface TriggerPlan {
	/** What the panel says; everything else is at its default. */
	parameters?: IDataObject;
	/** What the credentials say beside or instead of the usual. */
	credential?: ICredentialDataDecryptedObject;
	/** Plays a parameter or a credential that cannot be read. */
	failing?: { name: string; error: Error };
	/** `manual` is a test from the editor. */
	mode?: 'webhook' | 'manual';
	/** What n8n keeps with the workflow. Each delivery gets its own copy, so that a test hands one on. */
	staticData?: IDataObject;
	/** Tells one trigger from others. */
	nodeId?: string;
	url?: string;
	/** Plays the API: gets the options of n8n's request helper, and gives the full answer. */
	api?: (options: IHttpRequestOptions) => unknown;
}

export interface TriggerParts {
	/** A copy of what the plan has, as n8n hands it to each delivery. */
	staticData: IDataObject;
	/** The names that were written to in it, one for each writing. */
	written: string[];
	/** What the log of n8n got. */
	logged: string[];
	sent: IHttpRequestOptions[];
}

function parts(plan: TriggerPlan) {
	const { parameters = {}, credential = {}, failing, mode = 'webhook', nodeId = 'n1' } = plan;
	const own: TriggerParts = {
		staticData: structuredClone(plan.staticData ?? {}),
		written: [],
		logged: [],
		sent: [],
	};
	const watched = new Proxy(own.staticData, {
		set: (target, name, value) => {
			own.written.push(String(name));
			return Reflect.set(target, name, value);
		},
	});
	const failIfAsked = (name: string): void => {
		if (failing?.name === name) throw failing.error;
	};
	const node: INode = {
		id: nodeId,
		name: 'Order Status Trigger',
		type: 'n8n-nodes-fulfillment.orderStatusTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const request = async (_credential: string, options: IHttpRequestOptions): Promise<unknown> => {
		own.sent.push(options);
		if (!plan.api) throw new Error(`Nothing was to be sent, but ${options.url} was`);
		return await plan.api(options);
	};
	const members = {
		getMode: () => mode,
		getNode: () => node,
		getWorkflow: () => ({ id: 'w1', active: true }),
		getWorkflowStaticData: () => watched,
		getNodeParameter: (name: string, otherwise?: unknown) => {
			failIfAsked(name);
			const values: object = { [name]: otherwise, ...parameters };
			return Reflect.get(values, name);
		},
		getCredentials: async <T extends object>(name: string): Promise<T> => {
			failIfAsked(name);
			return Object.assign(Object.create(null), CREDENTIALS[name], credential);
		},
		logger: partialFake<IHookFunctions['logger']>({
			error: (message: string) => void own.logged.push(message),
			warn: (message: string) => void own.logged.push(message),
		}),
	};
	return { own, members, request };
}

export interface HookPlay extends TriggerParts {
	ctx: IHookFunctions;
}

/** The context in which n8n activates and deactivates a trigger. */
export function hookContext(plan: TriggerPlan = {}): HookPlay {
	const { own, members, request } = parts(plan);
	const ctx = partialFake<IHookFunctions>({
		...members,
		getNodeWebhookUrl: () => plan.url ?? URL_HERE,
		helpers: partialFake<IHookFunctions['helpers']>({ httpRequestWithAuthentication: request }),
	});
	return { ...own, ctx };
}

export interface DeliveryPlay extends TriggerParts, FakeResponse {
	ctx: IWebhookFunctions;
}

/** The context in which n8n hands a delivery to a trigger. */
export function deliveryContext(plan: TriggerPlan & IncomingPlan = {}): DeliveryPlay {
	const { own, members, request } = parts(plan);
	const answer = fakeResponse();
	const incoming = requestOf(plan);
	const ctx = partialFake<IWebhookFunctions>({
		...members,
		getRequestObject: () => incoming,
		getResponseObject: () => answer.response,
		helpers: partialFake<IWebhookFunctions['helpers']>({ httpRequestWithAuthentication: request }),
	});
	return { ...own, ...answer, ctx };
}
