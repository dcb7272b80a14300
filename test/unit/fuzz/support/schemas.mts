import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { PLACES, type NodeKey } from './nodes.mts';

const ajv = new Ajv({ allErrors: true, strict: true });
// n8n writes a version into the schemas of its own nodes.
ajv.addKeyword('version');

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with an output by its schema file, as "place: rule". */
export function faultsBySchema(file: string, output: unknown): string[] {
	const validate = compiled.get(file) ?? ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
	compiled.set(file, validate);
	if (validate(output)) return [];
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** The schema of what an operation gives with Simplify on. */
export function schemaOf(node: NodeKey, operation: string): string {
	const { folder, resource } = PLACES[node];
	return `nodes/${folder}/__schema__/v1.0.0/${resource}/${operation}.json`;
}
