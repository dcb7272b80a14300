import type { INodeProperties } from 'n8n-workflow';
import { show } from '../checks/show';
import { inputFailure } from '../failure';
import type { RunItem } from '../runner/item';

/** One operation of a node: what the panel shows of it, and what it does with one item. */
export interface Operation {
	value: string;
	name: string;
	/** Verb and resource, e.g. "Create product". */
	action: string;
	description: string;
	/** The parameters that only this operation shows. */
	properties: INodeProperties[];
	run: RunItem;
}

/**
 * The drop-down of operations, followed by the parameters of each.
 *
 * @param resource what the node is about, as value and name. There is one only, but without it n8n
 * neither names a node after its action nor tells an AI agent which operation a tool does.
 * @param offered what has to be chosen for an operation to be offered, by its value. It stands at the
 * choice: of several drop-downs n8n would take the first for its list of actions and for the words of
 * a tool, and leave out what only another one has.
 */
export function operationProperties(
	[resource, resourceName]: readonly [value: string, name: string],
	operations: readonly Operation[],
	byDefault: string,
	offered: Readonly<Record<string, Readonly<Record<string, string[]>>>> = {},
): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: [{ name: resourceName, value: resource }],
			default: resource,
		},
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: operations.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
				...(offered[value] ? { displayOptions: { show: { ...offered[value] } } } : {}),
			})),
			default: byDefault,
		},
		...operations.flatMap(({ value, properties }) =>
			properties.map((property) => showFor(property, 'operation', value)),
		),
	];
}

/**
 * A property that shows only where another parameter has a value, besides its own conditions. That
 * comes first: at the first condition whose parameter is an expression, n8n shows the property, and
 * asks for it if it is required, whatever the conditions behind are.
 */
export function showFor(property: INodeProperties, name: string, value: string): INodeProperties {
	const { show, ...rest } = property.displayOptions ?? {};
	return { ...property, displayOptions: { ...rest, show: { [name]: [value], ...show } } };
}

/**
 * Finds the operation of an item.
 * @param operations by value; the panel offers no other
 */
export function operationNamed(operations: readonly Operation[], value: unknown): RunItem {
	const operation = operations.find((candidate) => candidate.value === value);
	if (operation) return operation.run;
	throw inputFailure(
		`'Operation' is ${show(value)}, which this node does not have`,
		`Choose one of ${operations.map(({ name }) => name).join(', ')}.`,
		'Operation',
	);
}
