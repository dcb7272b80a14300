import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { PACKAGE } from '../package/install-package.mts';
import type { RestClient } from '../rest/client.mts';
import type { WorkflowFile } from '../rest/workflows.mts';

/** n8n adds it to every node: a hint to take HTTP Request with the same credential. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** The values of another parameter that a property is shown for; none where it is always shown. */
function shownFor(property: Pick<INodeProperties, 'displayOptions'>, name: string): string[] {
	return (property.displayOptions?.show?.[name] ?? []).map(String);
}

function operationsOf({ name, properties }: INodeTypeDescription): string[] {
	const providers = properties.find((property) => property.name === 'provider')?.options ?? [];
	const names = providers.flatMap((one) => ('value' in one ? [String(one.value)] : []));
	return properties
		.filter((property) => property.name === 'operation')
		.flatMap((property) =>
			(property.options ?? []).flatMap((option) => {
				if (!('value' in option) || option.value === CUSTOM_API_CALL) return [];
				const limited = [...shownFor(option, 'provider'), ...shownFor(property, 'provider')];
				const systems = names.length === 0 ? [''] : limited.length === 0 ? names : limited;
				return systems.map((system) => [name, system, option.value].filter(Boolean).join(' '));
			}),
		);
}

/** Every operation that n8n offers of this package: node, provider where there are several, operation. */
export async function offeredOperations(rest: RestClient): Promise<string[]> {
	const all = await rest.ask<INodeTypeDescription[]>('GET', '/types/nodes.json');
	return all
		.filter(({ name }) => name.startsWith(`${PACKAGE}.`) && !/(Tool|Trigger)$/.test(name))
		.flatMap(operationsOf)
		.sort();
}

/** The same of the nodes in a workflow. */
export const usedOperations = ({ nodes }: WorkflowFile): string[] =>
	nodes
		.filter(({ type }) => type.startsWith(`${PACKAGE}.`))
		.map(({ type, parameters: { provider, operation } }) =>
			[type, provider, operation].filter(Boolean).join(' '),
		);
