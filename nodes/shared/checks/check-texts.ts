import type { Field, Problem } from './field';
import { show } from './show';

/** Checks a list of texts. */
export function checkTexts(
	{ entry, max = Infinity, oneOf }: Extract<Field, { kind: 'texts' }>,
	value: unknown,
	name: string,
): Problem[] {
	const wrong = (what: string, fix: string): Problem[] => [
		{ field: name, what: `${name} ${what}`, fix },
	];
	if (!Array.isArray(value)) return wrong('must be a list', 'Give a list in brackets.');
	if (value.length > max) {
		return wrong(
			`holds ${value.length} entries, but at most ${max} are allowed`,
			`Give at most ${max}.`,
		);
	}
	const entries: readonly unknown[] = value;
	const notText = entries.find((one) => typeof one !== 'string');
	if (notText !== undefined) {
		return wrong(`has the ${entry} ${show(notText)}, but must hold texts`, 'Give a list of texts.');
	}
	const unknown = oneOf && entries.find((one) => !oneOf.some((known) => known === one));
	if (unknown === undefined) return [];
	return wrong(
		`has the ${entry} ${show(unknown)}, which is not one of ${oneOf?.join(', ')}`,
		`Give one of ${oneOf?.join(', ')}.`,
	);
}
