import fc, { type Arbitrary } from 'fast-check';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NODES, type NodeKey } from './nodes.mts';
import { valueOf } from './panel-values.mts';

/** The parameters that an operation shows, whatever else they depend on, and those of the whole node. */
export function propertiesOf(node: NodeKey, operation: string): INodeProperties[] {
	return NODES[node].description.properties.filter(({ displayOptions, type }) => {
		const shownFor = displayOptions?.show?.operation;
		return type !== 'notice' && (shownFor === undefined || shownFor.includes(operation));
	});
}

/** Parameters that are changed at once. */
const some = (all: readonly INodeProperties[], most: number) =>
	fc.subarray([...all], { minLength: 1, maxLength: Math.min(most, all.length) });

/** Changes of some parameters of an operation. Of those with the same name, any may be meant. */
export function anyChanges(node: NodeKey, operation: string): Arbitrary<IDataObject> {
	return anyChangesOf(propertiesOf(node, operation));
}

/** Changes of some parameters. */
export function anyChangesOf(all: readonly INodeProperties[]): Arbitrary<IDataObject> {
	const usual = all.filter(({ name }) => !WHAT_TO_DO.has(name));
	const chosenOnes = fc.oneof(
		{ weight: 15, arbitrary: some(usual, 4) },
		{ weight: 1, arbitrary: some(all, 2) },
	);
	return chosenOnes.chain((chosen) =>
		fc
			.record(Object.fromEntries(chosen.map((property) => [property.name, valueOf(property)])))
			.map((changes) => Object.assign(noChange(), changes)),
	);
}

const noChange = (): IDataObject => ({});

/** They decide which operation runs at all. */
const WHAT_TO_DO: ReadonlySet<string> = new Set(['resource', 'operation', 'provider']);
