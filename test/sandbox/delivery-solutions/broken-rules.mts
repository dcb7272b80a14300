import type { ErrorObject } from 'ajv';
import type { ReadBody } from '../shared/json-body.mts';
import type { Validator } from '../shared/validation.mts';

/** A rule that a body breaks, and the field that breaks it. */
export interface BrokenRule {
	parameter: string | null;
	message: string;
}

/** A body that was checked: as the schema says it is, or with what is wrong. */
export type Checked<T> = { value: T } | { broken: BrokenRule[] };

/** `/itemList/0/sku` as `itemList[0].sku`. How the API names nested fields is not documented. */
function fieldName(pointer: string): string {
	return pointer
		.split('/')
		.slice(1)
		.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
		.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
		.join('')
		.replace(/^\./, '');
}

function ruleOf({ keyword, instancePath, params, message }: ErrorObject): BrokenRule {
	const field = fieldName(instancePath);
	const details: Record<string, unknown> = params;
	const below = (name: unknown) => `${field === '' ? '' : `${field}.`}${String(name)}`;
	if (keyword === 'required') {
		const parameter = below(details.missingProperty);
		return { parameter, message: `${parameter} is a required field` };
	}
	if (keyword === 'additionalProperties') {
		const parameter = below(details.additionalProperty);
		return { parameter, message: `${parameter} is not allowed` };
	}
	if (keyword === 'enum' && Array.isArray(details.allowedValues)) {
		const allowed = details.allowedValues.join(', ');
		return { parameter: field, message: `${field} must be one of: ${allowed}` };
	}
	if (field === '') return { parameter: null, message: 'The body must be a JSON object' };
	const what = keyword === 'anyOf' ? 'has a value of a type that is not allowed' : message;
	return { parameter: field, message: `${field} ${what ?? 'is invalid'}` };
}

/** Of a choice of schemas, only that none fits is worth telling. */
function isTelling({ keyword, schemaPath }: ErrorObject): boolean {
	return keyword === 'anyOf' || !schemaPath.includes('/anyOf/');
}

/** Holds a request's body to a schema. */
export function checkBody<T>(validate: Validator<T>, body: ReadBody): Checked<T> {
	if (body.kind === 'json') {
		const { value } = body;
		if (validate(value)) return { value };
		return { broken: (validate.errors ?? []).filter(isTelling).map(ruleOf) };
	}
	const messages = {
		empty: 'A JSON body is required',
		wrongType: 'The Content-Type must be application/json',
		malformed: 'The body is not valid JSON',
	};
	return { broken: [{ parameter: null, message: messages[body.kind] }] };
}

/** One sentence for all of them. */
export function sentenceOf(broken: readonly BrokenRule[]): string {
	return `Invalid Data: ${broken.map(({ message }) => message).join('; ')}`;
}
