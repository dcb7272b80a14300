import type { INodeProperties } from 'n8n-workflow';
import { inputFailure } from '../../shared/failure';
import { show } from '../../shared/checks/show';
import {
	id,
	looseFlag,
	number,
	record,
	records,
	row,
	text,
	texts,
	type Json,
} from '../../shared/read';

/** Named values of the person's own: a name, a kind and a value. */
export function attributesField(
	displayName: string,
	name: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add attribute',
		description,
		options: [
			{
				displayName: 'Attribute',
				name: 'entries',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. payment',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Boolean', value: 'boolean' },
							{ name: 'List', value: 'list', description: 'Texts with commas in between' },
							{ name: 'Number', value: 'number' },
							{ name: 'Text', value: 'text' },
						],
						default: 'text',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. Cash',
					},
				],
			},
		],
	};
}

/**
 * The object that a list of attributes stands for.
 *
 * @param label the parameter as the panel shows it
 * @returns undefined if there are none
 * @throws Failure of kind `input` for a value that is not of its kind
 */
export function readAttributes(attributes: unknown, label: string): Json | undefined {
	const entries = records(attributes);
	if (entries.length === 0) return undefined;
	return record(Object.fromEntries(entries.map((entry) => readAttribute(entry, label))));
}

function readAttribute({ name, type, value }: Json, label: string): [string, unknown] {
	const key = (id(name) ?? '').trim();
	if (key === '') {
		throw inputFailure(`'${label}' has a value without a name`, 'Give each a name.', label);
	}
	// A type that the panel does not offer counts as text.
	const kind = row(READERS, text(type)) ? text(type) : 'text';
	const result = row(READERS, kind)?.(value ?? '');
	if (result !== undefined) return [key, result];
	throw inputFailure(
		`'${label}' has "${key}", which is ${show(value)}, but must be a ${kind}`,
		"Correct the value, or choose another 'Type'.",
		label,
	);
}

const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
	text: (value) => (isText(value) ? String(value) : undefined),
	number,
	boolean: looseFlag,
	list: (value) => {
		if (Array.isArray(value)) return value;
		return isText(value) ? texts(String(value).split(',')) : undefined;
	},
};

/** Text, or what has one; what comes of a calculation without a result has none. */
function isText(value: unknown): boolean {
	return typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'object';
}
