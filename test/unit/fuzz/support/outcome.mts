import {
	type IDataObject,
	type INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { SECRET } from './accounts.mts';
import type { Ending } from '../../support/ends.mts';
import { faultsBySchema } from './schemas.mts';
import { NO_WORDS } from './strict-api.mts';

export interface Expected {
	/** How many items came in. */
	count: number;
	continueOnFail: boolean;
	/** The schema file that each output has to follow; none where it is the API's own answer. */
	schemaFor: (index: number) => string | undefined;
	/** Whether an item may give none, as lists do. */
	mayBeEmpty: boolean;
}

/**
 * What is wrong with what a node has come to: there must be an item or a clear error for each item that
 * came in, and nothing but an error of n8n's own kind where it stops.
 */
export function faultsIn(ending: Ending<INodeExecutionData[]>, expected: Expected): string[] {
	const { count, continueOnFail, mayBeEmpty, schemaFor } = expected;
	if ('error' in ending) {
		return continueOnFail
			? [`It threw: ${String(ending.error)}`]
			: faultsOfThrown(ending.error, count);
	}
	const seen = new Set(ending.value.map(indexOf));
	const isMissing = !mayBeEmpty && seen.size < count;
	return [
		...faultsOfItems(ending.value, count, schemaFor),
		...(isMissing ? [`${seen.size} of ${count} items gave something`] : []),
	];
}

const indexOf = ({ pairedItem }: INodeExecutionData) => Number(Object(pairedItem).item);

/** What is wrong with the items that came out for so many that came in. */
export function faultsOfItems(
	items: readonly INodeExecutionData[],
	count: number,
	schemaFor: Expected['schemaFor'] = () => undefined,
): string[] {
	return items.flatMap((item) => {
		const { json } = item;
		const index = indexOf(item);
		if (!(index >= 0 && index < count)) return [`Of no item: ${String(index)}`];
		return isErrorItem(json)
			? faultsOfWords(json.error, Object(json.details), index)
			: faultsOfOutput(json, schemaFor(index));
	});
}

function isErrorItem(json: IDataObject): boolean {
	return 'error' in json && 'details' in json;
}

function faultsOfThrown(error: unknown, count: number): string[] {
	if (!(error instanceof NodeApiError) && !(error instanceof NodeOperationError)) {
		return [`Not an error of n8n: ${String(error)}`];
	}
	const index = Number(error.context.itemIndex);
	if (!(index >= 0 && index < count)) return [`Of no item: ${error.message}`];
	return faultsOfWords(error.message, { what: error.message, fix: error.description }, index);
}

/** Words of JavaScript's own errors, which tell a person nothing. */
const RAW =
	/cannot read prop|is not a function|is not iterable|malformed|call stack|Invalid time value|serialize|circular structure|is not defined|Invalid array|BigInt/i;

function faultsOfWords(error: unknown, details: IDataObject, index: number): string[] {
	const { what, fix } = details;
	const all = `${String(error)} ${JSON.stringify(details)}`;
	return [
		...(String(error).endsWith(` [item ${index}]`) ? [] : [`Without its item: ${String(error)}`]),
		...[what, fix].flatMap((words) =>
			typeof words === 'string' && words.trim() !== '' ? [] : [`Says nothing: ${all}`],
		),
		...(NO_WORDS.test(all) ? [`Not filled in: ${all.slice(0, 500)}`] : []),
		...(RAW.test(all) ? [`JavaScript's own: ${all.slice(0, 500)}`] : []),
		...(all.includes(SECRET) ? ['It tells a secret'] : []),
	];
}

/** Without a schema it is the API's own answer, which may say what it likes but the secret. */
function faultsOfOutput(json: IDataObject, schema: string | undefined): string[] {
	const text = JSON.stringify(json);
	return [
		...(text.includes(SECRET) ? ['It tells a secret'] : []),
		...(schema === undefined ? [] : faultsBySchema(schema, json)),
		...(schema !== undefined && NO_WORDS.test(text) ? [`Not filled in: ${text}`] : []),
	];
}
