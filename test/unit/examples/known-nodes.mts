import { readManifest, classIn } from '../support/built-package.mts';

/** n8n's own nodes that examples may use, in versions that n8n 2.8 and 2.40 both have. */
const BUILT_IN: Readonly<Record<string, readonly number[]>> = {
	'@n8n/n8n-nodes-langchain.agent': [3],
	'@n8n/n8n-nodes-langchain.chatTrigger': [1.1],
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': [1.2],
	'n8n-nodes-base.emailSend': [2.1],
	'n8n-nodes-base.formTrigger': [2.2],
	'n8n-nodes-base.googleSheets': [4.5],
	'n8n-nodes-base.html': [1.2],
	'n8n-nodes-base.if': [2.2],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.respondToWebhook': [1.4],
	'n8n-nodes-base.scheduleTrigger': [1.2],
	'n8n-nodes-base.set': [3.4],
	'n8n-nodes-base.slack': [2.3],
	'n8n-nodes-base.stickyNote': [1],
	'n8n-nodes-base.switch': [3.2],
	'n8n-nodes-base.wait': [1.1],
	'n8n-nodes-base.webhook': [2.1],
};

/** Nodes that need an account with somebody else: they are switched off, and end their branch. */
export const NEED_AN_ACCOUNT: readonly string[] = [
	'n8n-nodes-base.emailSend',
	'n8n-nodes-base.googleSheets',
	'n8n-nodes-base.slack',
];

/** The credentials that examples ask for, by type, and the names under which they look for them. */
export const CREDENTIAL_NAMES: Readonly<Record<string, readonly string[]>> = {
	deliverySolutionsApi: ['Delivery Solutions account'],
	flexportApi: ['Flexport account'],
	openAiApi: ['OpenAI account'],
};

/** The types and versions that exist: n8n's, ours, and ours as tools of an AI agent. */
export function knownNodes(): ReadonlySet<string> {
	const { name, n8n } = readManifest();
	const ours = n8n.nodes.map(classIn).flatMap((node) => {
		const type = `${name}.${node.charAt(0).toLowerCase()}${node.slice(1)}`;
		return node.endsWith('Trigger') ? [`${type} 1`] : [`${type} 1`, `${type}Tool 1`];
	});
	const builtIn = Object.entries(BUILT_IN).flatMap(([type, versions]) =>
		versions.map((version) => `${type} ${version}`),
	);
	return new Set([...ours, ...builtIn]);
}
