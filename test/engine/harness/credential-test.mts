import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INode,
	INodeCredentialTestResult,
	INodeType,
} from 'n8n-workflow';
import { additionalDataFor } from './additional-data.mts';
import { MemoryCredentials } from './credentials.mts';
import type { LoadedPackage } from './loader.mts';
import { n8nCore, n8nWorkflow } from './n8n.mts';
import { STAND_INS } from './standins.mts';
import { executable, workflowBase } from './workflow-file.mts';

const NO_OP = 'n8n-nodes-base.noOp';

/**
 * n8n gives the node of the test this name, so that what it has for tests of a credential with an
 * expirable field (asking for a new token each time) does not strike: a kept token is used.
 */
const SHORT_NAME = 'noOp';

/** A node type made up for the test: its one parameter routes to the credential's test request. */
function testNodeType(type: string, { request }: ICredentialTestRequest): INodeType {
	const noOp = STAND_INS[NO_OP];
	if (!noOp) throw new Error(`There is no stand-in for ${NO_OP}`);
	return {
		description: {
			...noOp.description,
			name: SHORT_NAME,
			credentials: [{ name: type, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
			],
		},
	};
}

function property(value: unknown, ...path: string[]): unknown {
	return path.reduce<unknown>(
		(found, key) =>
			typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined,
		value,
	);
}

/** The message n8n shows for a test request that failed: a rule's, or the status in words. */
function failureMessage(error: unknown, { rules = [] }: ICredentialTestRequest): string {
	const status = property(error, 'cause', 'response', 'status');
	if (typeof status === 'number') {
		const rule = rules.find(
			({ type, properties }) => type === 'responseCode' && properties.value === status,
		);
		const statusText = property(error, 'cause', 'response', 'statusText');
		return (
			rule?.properties.message ??
			(String(statusText || '') || `Received HTTP status code: ${status}`)
		);
	}
	const code = property(error, 'cause', 'code') ?? property(error, 'message');
	return String(code);
}

/** Presses "Test" on a credential, as n8n's credentials tester does it. */
export async function testCredential(
	{ credentials: types }: LoadedPackage,
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const credentialsHelper = new MemoryCredentials(types, { [type]: data });
	const { test } = credentialsHelper.getType(type);
	if (!test) return { status: 'Error', message: 'No testing function found for this credential.' };

	const details = { id: type, name: type };
	const nodeType = testNodeType(type, test);
	const base = workflowBase({
		nodes: [
			{ name: 'Temp-Node', type: SHORT_NAME, parameters: {}, credentials: { [type]: details } },
		],
		connections: {},
	});
	const workflow = executable(base, {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	});
	const node: INode | null = workflow.getNode('Temp-Node');
	if (!node) throw new Error('The test workflow has no node');
	const context = new n8nCore.ExecuteContext(
		workflow,
		node,
		additionalDataFor({ credentialsHelper, workflow: base, mode: 'internal' }),
		'internal',
		n8nWorkflow.createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = { ...details, type, data: credentialsHelper.withDefaults(type, data) };
	try {
		const response = await new n8nCore.RoutingNode(context, nodeType, decrypted).runNode();
		const json = response?.[0]?.[0]?.json;
		const broken = (test.rules ?? []).find(
			(rule) =>
				rule.type === 'responseSuccessBody' &&
				property(json, ...rule.properties.key.split('.')) === rule.properties.value,
		);
		if (broken) return { status: 'Error', message: broken.properties.message };
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: failureMessage(error, test) };
	}
}
