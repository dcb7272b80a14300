import type {
	GenericValue,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import type { Item } from '../runner/item';
import { mappedReader, type MappedReader } from './mapped-fields';

/** How the parameters of a node are read for its items. */
interface Parameters {
	given: INodeParameters;
	items: readonly INodeExecutionData[];
	/** Of those whose reader n8n has confirmed, and undefined for those that n8n is always asked for. */
	readers: Map<string, MappedReader | undefined>;
}

const known = new WeakMap<IExecuteFunctions, Parameters>();

/**
 * A parameter of one item. n8n makes all that an expression may use anew for each value of each item,
 * on which a run of thousands of items spends most of its time. So n8n is asked for the first item;
 * where nothing but fields of the item are mapped and it reads them as we do, the others are read here.
 */
export function readParameter(
	{ ctx, index }: Item,
	name: string,
	otherwise: GenericValue,
): GenericValue {
	const parameters = known.get(ctx) ?? parametersOf(ctx);
	known.set(ctx, parameters);
	const { given, items, readers } = parameters;
	const json = items[index]?.json ?? {};
	const value = readers.get(name)?.(json);
	if (value !== undefined) return value;
	const asked = ctx.getNodeParameter(name, index, otherwise);
	if (readers.has(name) || !Object.hasOwn(given, name)) return asked;
	const reader = mappedReader(given[name]);
	const read = reader?.(json);
	// An item without the field proves nothing; the next one may.
	if (reader && read === undefined) return asked;
	readers.set(name, JSON.stringify(read) === JSON.stringify(asked) ? reader : undefined);
	return asked;
}

function parametersOf(ctx: IExecuteFunctions): Parameters {
	return { given: ctx.getNode().parameters, items: ctx.getInputData(), readers: new Map() };
}
