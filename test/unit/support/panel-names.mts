import type { INodeProperties } from 'n8n-workflow';
import { isParameter, walk } from './panel.mts';
import { pathsOf } from './paths.mts';

const FRAMES = ['collection', 'fixedCollection'];

/** The places of all values that a panel can hold: "additionalFields.duties.values.incoterm". */
export function placesIn(properties: readonly INodeProperties[]): string[] {
	const places = walk(properties)
		.filter(({ entry }) => isParameter(entry) && !FRAMES.includes(entry.type))
		.map(({ entry, around }) => [...around, entry].map(({ name }) => name).join('.'));
	return [...new Set(places)].sort();
}

/** The places that these values of a panel fill. A resource locator is one value. */
export function placesFilled(values: object): string[] {
	const asValue = (_key: string, value: unknown): unknown => {
		const { __rl: isLocator = false } = Object(value);
		return isLocator === true ? 'a locator' : value;
	};
	const filled: unknown = JSON.parse(JSON.stringify(values, asValue));
	return [...new Set(pathsOf(filled).map((path) => path.replaceAll('[]', '')))].sort();
}
