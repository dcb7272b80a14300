import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyMode,
	INodePropertyOptions,
} from 'n8n-workflow';

export type Entry =
	INodeProperties | INodePropertyCollection | INodePropertyMode | INodePropertyOptions;

/** Whatever lies inside one entry of a panel: choices, collections, their fields, and modes. */
export function inside(entry: Entry): Entry[] {
	if ('values' in entry) return entry.values;
	if ('modes' in entry && entry.modes) return entry.modes;
	return 'options' in entry && entry.options ? entry.options : [];
}

/** Every entry of a panel, at every depth, with the ones around it. */
export function walk(entries: readonly Entry[], around: readonly Entry[] = []): Visit[] {
	return entries.flatMap((entry) => [
		{ entry, around },
		...walk(inside(entry), [...around, entry]),
	]);
}

export interface Visit {
	entry: Entry;
	around: readonly Entry[];
}

/** True for what a person fills in, as opposed to a choice or the frame of a collection. */
export function isParameter(entry: Entry): entry is INodeProperties {
	return 'type' in entry && 'default' in entry;
}

/** The words that a person reads on an entry. */
export function labelOf(entry: Entry): string {
	return 'displayName' in entry && entry.displayName !== undefined ? entry.displayName : entry.name;
}

/** Where an entry stands, for a message: "Additional Fields > Duties > Incoterm". */
export function pathOf({ entry, around }: Visit): string {
	return [...around, entry].map(labelOf).join(' > ');
}

/** The labels of a panel, those of choices included. */
export function labelsOf(properties: readonly INodeProperties[]): Set<string> {
	return new Set(walk(properties).map(({ entry }) => labelOf(entry)));
}
