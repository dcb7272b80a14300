import type { ErrorObject } from 'ajv';
import type { Validator } from './validation.mts';

/** A rule that a body breaks, and the field that breaks it; the field of the body itself is ''. */
export interface BrokenRule {
	kind: 'missing' | 'unknown' | 'invalid';
	parameter: string;
	message: string;
}

/** A body that was checked: as the schema says it is, or with what is wrong. */
export type Checked<T> = { value: T } | { broken: BrokenRule[] };

/** `/items/0/quantity` as `items[0].quantity`. */
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
		return { kind: 'missing', parameter, message: `${parameter} is required.` };
	}
	if (keyword === 'additionalProperties') {
		const parameter = below(details.additionalProperty);
		return { kind: 'unknown', parameter, message: `${parameter} is not a known field.` };
	}
	const what = keyword === 'enum' ? 'is none of the known values' : (message ?? 'is invalid');
	const subject = field === '' ? 'The body' : field;
	return { kind: 'invalid', parameter: field, message: `${subject} ${what}.` };
}

/** Holds a value to a schema. Each field is told once, with the first rule that it breaks. */
export function checked<T>(validate: Validator<T>, value: unknown): Checked<T> {
	if (validate(value)) return { value };
	const rules = (validate.errors ?? []).map(ruleOf);
	const first = new Map(rules.map((rule) => [rule.parameter, rule] as const).reverse());
	return { broken: rules.filter((rule) => first.get(rule.parameter) === rule) };
}
