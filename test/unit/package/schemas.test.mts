import Ajv from 'ajv';
import {
	builtNodes,
	isTrigger,
	operationsOf,
	readText,
	resourceOf,
} from '../support/built-package.mts';
import { filesIn } from '../support/files.mts';

/** Where n8n looks for them: one for each operation, and one for a trigger. */
const SCHEMAS = builtNodes().flatMap((built) => {
	const { folder, node } = built;
	const base = `${folder}/__schema__/v1.0.0`;
	if (isTrigger(built)) return [`${base}.json`];
	return operationsOf(node).map(({ value }) => `${base}/${resourceOf(node)}/${String(value)}.json`);
});

describe.each(SCHEMAS)('%s', (file) => {
	const schema = () => JSON.parse(readText(file));

	it('is a JSON schema of an object', () => {
		const ajv = new Ajv({ strict: false });
		expect(ajv.validateSchema(schema())).toBe(true);
		expect(() => ajv.compile(schema())).not.toThrow();
		expect(schema()).toMatchObject({ type: 'object', version: 1 });
	});

	it('names fields, and requires none that it does not name', () => {
		const { properties, required = [] } = schema();
		expect(Object.keys(properties).length).toBeGreaterThan(0);
		expect(Object.keys(properties)).toEqual(expect.arrayContaining(required));
	});
});

it('there is a schema for each operation and each trigger, and no other', () => {
	const schemas = filesIn('dist').filter((file) => file.includes('/__schema__/'));
	expect(schemas).toEqual([...SCHEMAS].sort());
});
