import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { INodeType, IVersionedNodeType, IWebhookFunctions, Node } from 'n8n-workflow';
import { ensureInstalled } from '../../host/install/index.mts';
import { chosenVersion } from '../../host/versions.mts';

type NodeOf<Name extends string, Type> = Record<Name, new () => Type>;

type NamedNode = readonly [type: string, node: INodeType | IVersionedNodeType];

export const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
export const WEBHOOK = 'n8n-nodes-base.webhook';

/**
 * HTTP Request and Webhook of n8n itself, from the n8n that the tests in a real n8n install. They run
 * on the engine and the Node.js of this process, like everybody else here.
 */
export async function builtInNodes(): Promise<NamedNode[]> {
	const { program } = await ensureInstalled(chosenVersion());
	const modules = dirname(dirname(dirname(program)));
	const load = createRequire(join(modules, 'n8n', 'package.json'));
	const file = (name: string) =>
		join(modules, 'n8n-nodes-base', 'dist', 'nodes', name, `${name}.node.js`);
	const { HttpRequest }: NodeOf<'HttpRequest', IVersionedNodeType> = load(file('HttpRequest'));
	const { Webhook }: NodeOf<'Webhook', Node> = load(file('Webhook'));
	return [
		[HTTP_REQUEST, new HttpRequest()],
		[WEBHOOK, withContext(new Webhook())],
	];
}

/** A node that is told its context as an argument, as one that has it as `this`. */
function withContext(node: Node): INodeType {
	return {
		description: node.description,
		async webhook(this: IWebhookFunctions) {
			return (await node.webhook?.(this)) ?? {};
		},
	};
}
