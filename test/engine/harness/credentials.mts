import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { authenticateGeneric } from './authenticate.mts';
import { n8nCore, n8nWorkflow } from './n8n.mts';

/** Secrets by credential type, as a test hands them in. Missing fields take their defaults. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

// n8n keeps credentials as encrypted JSON, so what goes in and out of them is plain JSON.
const throughJson = <T,>(value: object): T => n8nWorkflow.jsonParse<T>(JSON.stringify(value));

/** Does what n8n's CredentialsHelper does, with credentials from memory instead of a database. */
export class MemoryCredentials extends n8nWorkflow.ICredentialsHelper {
	private readonly types: ReadonlyMap<string, ICredentialType>;
	private stored: CredentialData = {};

	constructor(types: ReadonlyMap<string, ICredentialType>, stored: CredentialData = {}) {
		super();
		this.types = types;
		this.store(stored);
	}

	/** Takes the place of everything that was stored; whoever asks from now on gets this. */
	store(credentials: CredentialData): void {
		this.stored = { ...credentials };
	}

	getType(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`There is no credential type "${name}"`);
		return type;
	}

	getParentTypes(name: string): string[] {
		return (this.getType(name).extends ?? []).flatMap((parent) => [
			...this.getParentTypes(parent),
			parent,
		]);
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		const type = this.types.get(credentialType);
		return !type?.restrictToSupportedNodes || (type.supportedNodes ?? []).includes(nodeType);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		// Nodes that use n8n's older helper say `uri`, which an empty `url` would hide.
		const url = String(Reflect.get(requestOptions, 'uri') ?? '');
		const request: IHttpRequestOptions = Object.assign({ url }, requestOptions);
		const { authenticate } = this.getType(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		if (authenticate?.type !== 'generic') return request;
		if (!workflow || !node)
			throw new Error('Declarative authentication needs a workflow and a node');
		return authenticateGeneric(authenticate, credentials, request, workflow, node);
	}

	/** Fetches an expirable field (an access token) when it is empty, or known to have expired. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.getType(typeName).properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		);
		if (!expirable) return undefined;
		// n8n always fetches a new one when it tests a credential.
		const testing = node.type === 'n8n-nodes-base.noOp' && node.parameters.temp === '';
		if (credentials[expirable.name] !== '' && !credentialsExpired && !testing) return undefined;
		const output = await this.runPreAuthentication(helpers, credentials, typeName);
		if (output?.[expirable.name] === undefined) return undefined;
		this.stored[typeName] = { ...this.stored[typeName], ...output };
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const output = await this.getType(typeName).preAuthentication?.call(helpers, credentials);
		return output && throughJson<ICredentialDataDecryptedObject>(output);
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const credentials = new n8nCore.Credentials(details, type);
		await credentials.setData(this.storedFor(type));
		return credentials;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return this.withDefaults(type, this.storedFor(type));
	}

	async updateCredentials(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored[type] = data;
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('OAuth credentials are not supported here');
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		const { extends: parents = [], properties } = this.getType(typeName);
		const merged: INodeProperties[] = [];
		for (const parent of parents) {
			n8nWorkflow.NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		}
		n8nWorkflow.NodeHelpers.mergeNodeProperties(merged, properties);
		return merged;
	}

	/** The data with the default of every field that it does not have, hidden fields left alone. */
	withDefaults(type: string, data: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
		const properties = this.getCredentialsProperties(type);
		const parameters = n8nWorkflow.NodeHelpers.getNodeParameters(
			properties,
			throughJson<INodeParameters>(data),
			true,
			false,
			null,
			null,
		);
		return throughJson<ICredentialDataDecryptedObject>({ ...parameters });
	}

	private storedFor(type: string): ICredentialDataDecryptedObject {
		const data = this.stored[type];
		if (!data) throw new Error(`No credential of the type "${type}" was handed to the run`);
		return data;
	}
}
