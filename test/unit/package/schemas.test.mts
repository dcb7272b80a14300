import Ajv from 'ajv';
import { builtNodes, operationsOf, readText, resourceOf } from '../support/built-package.mts';
import { filesIn } from '../support/files.mts';

const OPERATIONS = builtNodes().flatMap(({ folder, node }) =>
	operationsOf(node).map(
		({ value }) => `${folder}/__schema__/v1.0.0/${resourceOf(node)}/${String(value)}.json`,
	),
);

describe.each(OPERATIONS)('%s', (file) => {
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

it('there is a schema for each operation, and no other', () => {
	const schemas = filesIn('dist').filter((file) => file.includes('/__schema__/'));
	expect(schemas).toEqual([...OPERATIONS].sort());
});
