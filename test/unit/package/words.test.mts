import type { INodeProperties } from 'n8n-workflow';
import { builtCredentials, builtNodes } from '../support/built-package.mts';
import { inside, isParameter, labelOf, pathOf, walk, type Visit } from '../support/panel.mts';

const PANELS: Array<[string, INodeProperties[]]> = [
	...builtNodes().map(({ name, node }): [string, INodeProperties[]] => [
		name,
		node.description.properties,
	]),
	...builtCredentials().map(({ credential }): [string, INodeProperties[]] => [
		credential.displayName,
		credential.properties,
	]),
];

/** Words that Title Case leaves small, unless they come first or last. */
const SMALL = new Set('a an and as at but by for in of on or per the to vs with'.split(' '));
/** Names that are written so. */
const BRANDS = new Set(['eBay']);

function isTitleCase(label: string): boolean {
	const words = label.split(/[\s-]+/);
	return words.every((word, index) => {
		if (BRANDS.has(word)) return true;
		const isInside = index > 0 && index < words.length - 1;
		if (isInside && SMALL.has(word.toLowerCase())) return SMALL.has(word);
		return /^[^a-z]/.test(word);
	});
}

/** Sentences in a text; a full stop inside "0.01" or "e.g." ends none. */
function sentencesIn(text: string): number {
	return text.replace(/\be\.g\. /g, '').split(/[.!?](?=\s+[A-Z'"(])/).length;
}

/** A notice as it is read; n8n shows its lists as lists. */
const withoutTags = (text: string) => text.replace(/<[^>]+>/g, '');

/** The mode "From List" of a resource locator, which shows a prompt there. */
const isLocatorList = (entry: object) => Reflect.get(entry, 'type') === 'list';

/** A text to read, which has its words in the place of a label. */
const isNotice = (entry: object) => Reflect.get(entry, 'type') === 'notice';

const offending = (properties: INodeProperties[], isWrong: (visit: Visit) => boolean): string[] =>
	walk(properties).filter(isWrong).map(pathOf);

const byAlphabet = (a: string, b: string) => a.localeCompare(b, 'en');

const descriptionOf = ({ entry }: Visit): string | undefined =>
	'description' in entry ? entry.description : undefined;

describe.each(PANELS)('the panel of %s', (_name, properties) => {
	it('has labels and choices in Title Case', () => {
		const isWrong = ({ entry }: Visit) => !isNotice(entry) && !isTitleCase(labelOf(entry));
		expect(offending(properties, isWrong)).toEqual([]);
	});

	it('has notices in full sentences', () => {
		const isWrong = ({ entry }: Visit) =>
			isNotice(entry) && !/^[A-Z][^]*\.$/.test(withoutTags(labelOf(entry)));
		expect(offending(properties, isWrong)).toEqual([]);
	});

	it('has descriptions that begin with a capital', () => {
		const isWrong = (visit: Visit) => /^[a-z]/.test(descriptionOf(visit) ?? '');
		expect(offending(properties, isWrong)).toEqual([]);
	});

	it('has descriptions without a full stop if they are one sentence, and with one if they are more', () => {
		const isWrong = (visit: Visit) => {
			const text = descriptionOf(visit);
			return text !== undefined && text.endsWith('.') !== sentencesIn(text) > 1;
		};
		expect(offending(properties, isWrong)).toEqual([]);
	});

	it('has descriptions of yes-or-no parameters that begin with "Whether"', () => {
		const isWrong = (visit: Visit) =>
			isParameter(visit.entry) &&
			visit.entry.type === 'boolean' &&
			!descriptionOf(visit)?.startsWith('Whether ');
		expect(offending(properties, isWrong)).toEqual([]);
	});

	it('has placeholders that begin with "e.g. ", and buttons that say "Add"', () => {
		const isWrong = ({ entry }: Visit) => {
			const placeholder = 'placeholder' in entry ? entry.placeholder : undefined;
			if (placeholder === undefined || isLocatorList(entry)) return false;
			const isCollection = 'type' in entry && /collection$/i.test(String(entry.type));
			return !placeholder.startsWith(isCollection ? 'Add ' : 'e.g. ');
		};
		expect(offending(properties, isWrong)).toEqual([]);
	});

	it('has lists of five and more by the alphabet', () => {
		const lists = walk(properties).map(({ entry }) => inside(entry).map(labelOf));
		const isMixed = (labels: string[]) =>
			labels.length >= 5 && labels.join() !== [...labels].sort(byAlphabet).join();
		expect(lists.filter(isMixed)).toEqual([]);
	});

	it('does not speak of errors, problems, failures or mistakes', () => {
		const isWrong = (visit: Visit) =>
			/\b(error|problem|failure|mistake)s?\b/i.test(
				`${labelOf(visit.entry)} ${descriptionOf(visit) ?? ''}`,
			);
		expect(offending(properties, isWrong)).toEqual([]);
	});
});
