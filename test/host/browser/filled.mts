import {
	deepCopy,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { ShownFields } from './shown.mts';

type Options = NonNullable<INodeProperties['options']>;

const propertiesOf = (options: Options): INodeProperties[] =>
	options.filter((option): option is INodeProperties => 'type' in option);

/** What a property holds when all that can be added to it has been added. */
function wholeOf(property: INodeProperties, shown: ShownFields): INodeParameters[string] {
	const { type, options = [], default: value, typeOptions } = property;
	if (type === 'collection') return whole(propertiesOf(options), shown);
	if (type !== 'fixedCollection') return deepCopy(value);
	const groups = options.flatMap((option) => {
		if (!('values' in option)) return [];
		const entry = whole(option.values, shown);
		return [[option.name, typeOptions?.multipleValues === true ? [entry] : entry] as const];
	});
	return Object.fromEntries(groups);
}

function whole(properties: readonly INodeProperties[], shown: ShownFields): INodeParameters {
	const added = properties.filter((property) => shown.isShown(property));
	return Object.fromEntries(added.map((property) => [property.name, wholeOf(property, shown)]));
}

/** The defaults of the fields that are shown, beyond what is chosen. */
export function defaults(type: INodeTypeDescription, chosen: INodeParameters): INodeParameters {
	let values = chosen;
	// What is shown hangs on what stands before it.
	for (;;) {
		const fields = new ShownFields(type, values).fields();
		const missing = fields.filter(({ property }) => !Object.hasOwn(values, property.name));
		const top = missing.filter(({ path }) => path.split('.').length === 2);
		if (top.length === 0) return values;
		const [{ property } = { property: undefined }] = top;
		if (!property) return values;
		values = { ...values, [property.name]: deepCopy(property.default) };
	}
}

/** Every field of every collection added, once. */
export function everything(type: INodeTypeDescription, chosen: INodeParameters): INodeParameters {
	const plain = defaults(type, chosen);
	const shown = new ShownFields(type, plain);
	const added = type.properties
		.filter((property) => shown.isShown(property))
		.map((property) => [
			property.name,
			/ollection$/.test(property.type) ? wholeOf(property, shown) : plain[property.name],
		]);
	return { ...plain, ...Object.fromEntries(added) };
}
