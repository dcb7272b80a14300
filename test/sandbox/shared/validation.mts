import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { problem } from './problem.mts';

const ajv = new Ajv({
	allErrors: true,
	strict: true,
	// A rule may ask for a property that the schema around it describes.
	strictRequired: false,
	allowUnionTypes: true,
});
addFormats(ajv);

/** Says whether a value is what a schema asks for, and which rules it breaks. */
export interface Validator<T> {
	(value: unknown): value is T;
	/** Of the last call. */
	errors?: ErrorObject[] | null;
}

/**
 * A schema's validator. Nothing is coerced: "1" is not a number. The schema is compiled when it is
 * first asked for: there are many, compiling takes long, and most tests ask for a few.
 */
export function compile<T>(schema: object): Validator<T> {
	let compiled: ValidateFunction<T> | undefined;
	const validator: Validator<T> = (value): value is T => {
		compiled ??= ajv.compile<T>(schema);
		const isValid = compiled(value);
		validator.errors = compiled.errors ?? null;
		return isValid;
	};
	return validator;
}

function pointerPart(name: unknown): string {
	return String(name).replace(/~/g, '~0').replace(/\//g, '~1');
}

/** One broken rule, as "JSON pointer, then what is wrong". */
function describe(error: ErrorObject): string {
	const params: Record<string, unknown> = error.params;
	switch (error.keyword) {
		case 'required':
			return `${error.instancePath}/${pointerPart(params.missingProperty)} is required`;
		case 'additionalProperties':
			return `${error.instancePath}/${pointerPart(params.additionalProperty)} is not a known property`;
		case 'enum': {
			const allowed = Array.isArray(params.allowedValues) ? params.allowedValues : [];
			const named =
				allowed.length > 12 ? `one of ${allowed.length} known values` : allowed.join(', ');
			return `${error.instancePath || '/'} must be ${allowed.length > 12 ? named : `one of: ${named}`}`;
		}
		default:
			return `${error.instancePath || '/'} ${error.message ?? 'is invalid'}`;
	}
}

/** Keywords that only say that another rule, reported itself, was broken. */
const ECHOES: ReadonlySet<string> = new Set(['if', 'anyOf', 'oneOf', 'not']);

/** Gives the value back as what the schema says it is, or throws the 422 that names every rule broken. */
export function validated<T>(validate: Validator<T>, value: unknown): T {
	if (validate(value)) return value;
	const errors = validate.errors ?? [];
	const telling = errors.filter((error) => !ECHOES.has(error.keyword));
	throw unprocessable((telling.length > 0 ? telling : errors).map(describe));
}

/** An object schema that refuses what it does not name, so that a misspelt field is noticed. */
export function objectSchema(
	properties: Readonly<Record<string, object>>,
	required: readonly string[] = [],
) {
	return { type: 'object', additionalProperties: false, required, properties };
}

/** The 422 for a body that breaks rules; each is "JSON pointer, then what is wrong". */
export function unprocessable(rules: string[], members: Record<string, unknown> = {}) {
	return problem(422, rules.join('; '), members);
}
