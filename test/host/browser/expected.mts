import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { until } from '../support/until.mts';
import type { Panel } from './panel.mts';
import { ShownFields, type Field } from './shown.mts';

/** Those that the editor shows without a field of their own. */
const BARE = ['collection', 'fixedCollection', 'notice', 'hidden'];

/** What a program writes where it has nothing to say. */
const NOTHING = /undefined|\[object|\bNaN\b/;

/** The words of a label or notice, without its markup. */
const plain = (html: string): string => html.replace(/<[^>]*>/g, '');

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/**
 * Checks that a panel shows the fields that the node describes, each with its name, and nothing that
 * says nothing. Gives them.
 */
export async function expectFields(
	panel: Panel,
	type: INodeTypeDescription,
	parameters: INodeParameters,
): Promise<Field[]> {
	const fields = new ShownFields(type, parameters).fields();
	const paths = fields.flatMap(({ path, property }) => (BARE.includes(property.type) ? [] : path));
	// The panel draws what was chosen a moment later.
	const shown = await until('fields', async () => {
		const found = await panel.paths();
		return found.length === paths.length ? found : undefined;
	}).catch(() => panel.paths());
	expect(shown.sort()).toEqual([...paths].sort());
	const words = await panel.words();
	expect(words).not.toMatch(NOTHING);
	const missing = fields
		.filter(({ property }) => property.type !== 'hidden')
		.map(({ property }) => plain(property.displayName))
		.filter((name) => !withoutSpaces(words).includes(withoutSpaces(name)));
	expect(missing).toEqual([]);
	return fields;
}
