import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	INode,
	Workflow,
} from 'n8n-workflow';
import { n8nWorkflow } from './n8n.mts';

/**
 * Applies a declarative `authenticate` (`={{ $credentials.apiToken }}`) to a request, with n8n's own
 * expression engine, as n8n's CredentialsHelper does: keys and values may both be expressions.
 */
export function authenticateGeneric(
	{ properties }: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolve = (value: string): string => {
		if (!n8nWorkflow.isExpression(value)) return value;
		const resolved = workflow.expression.getSimpleParameterValue(
			node,
			value,
			'internal',
			{ $credentials: credentials },
			undefined,
			'',
		);
		return resolved ? String(resolved) : '';
	};
	request.headers ??= {};
	for (const [part, values] of Object.entries(properties)) {
		const target: unknown = Reflect.get(request, part) ?? {};
		if (typeof target !== 'object' || target === null) continue;
		for (const [key, value] of Object.entries(values ?? {})) {
			Reflect.set(target, resolve(key), resolve(String(value)));
		}
		Reflect.set(request, part, target);
	}
	return request;
}
