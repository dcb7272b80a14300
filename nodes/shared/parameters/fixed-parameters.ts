import type { GenericValue, IExecuteFunctions } from 'n8n-workflow';
import type { Item } from '../runner/item';

/** What was read of the parameters that are the same for all items. */
interface Fixed {
	/** Names of the parameters in which there is no expression. */
	names: ReadonlySet<string>;
	values: Map<string, GenericValue>;
}

const known = new WeakMap<IExecuteFunctions, Fixed>();

/**
 * A parameter of one item. Where there is no expression in it, it is the same for all items, and n8n
 * is asked once: a run of thousands of items spends much of its time on that otherwise.
 */
export function readParameter(
	{ ctx, index }: Item,
	name: string,
	otherwise: GenericValue,
): GenericValue {
	const fixed = known.get(ctx) ?? { names: namesOfFixed(ctx), values: new Map() };
	known.set(ctx, fixed);
	if (!fixed.names.has(name)) return ctx.getNodeParameter(name, index, otherwise);
	const value = fixed.values.get(name) ?? ctx.getNodeParameter(name, index, otherwise);
	fixed.values.set(name, value);
	return value;
}

function namesOfFixed(ctx: IExecuteFunctions): ReadonlySet<string> {
	const parameters = Object.entries(ctx.getNode().parameters);
	return new Set(parameters.flatMap(([name, value]) => (hasExpression(value) ? [] : [name])));
}

/** n8n takes a text that begins with = for an expression, wherever it stands. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}
