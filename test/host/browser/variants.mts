import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { defaults } from './filled.mts';
import { ShownFields } from './shown.mts';

/** n8n's own way out, to the node HTTP Request; it adds it to every node. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** Names that other properties hang on. */
function switches({ properties }: INodeTypeDescription): Set<string> {
	return new Set(
		properties.flatMap(({ displayOptions = {} }) =>
			[displayOptions.show, displayOptions.hide].flatMap((rules) => Object.keys(rules ?? {})),
		),
	);
}

/** The values that a shown property of this name can take. */
export function choices(type: INodeTypeDescription, chosen: INodeParameters, name: string) {
	const shown = new ShownFields(type, defaults(type, chosen));
	const property = type.properties.find((one) => one.name === name && shown.isShown(one));
	if (property?.type === 'boolean') return [false, true];
	if (property?.type !== 'options') return [];
	return (property.options ?? []).flatMap((option) =>
		'value' in option && option.value !== CUSTOM_API_CALL && shown.isShown(option)
			? [option.value]
			: [],
	);
}

/**
 * Everything that can be chosen and that changes which fields there are: each provider and operation,
 * and for each the others one at a time.
 */
export function variants(type: INodeTypeDescription): INodeParameters[] {
	const first = ['provider', 'operation'];
	let bases: INodeParameters[] = [{}];
	for (const name of first) {
		bases = bases.flatMap((base) => {
			const values = choices(type, base, name);
			return values.length === 0 ? [base] : values.map((value) => ({ ...base, [name]: value }));
		});
	}
	const others = [...switches(type)].filter((name) => !first.includes(name) && !/^[@/]/.test(name));
	return bases.flatMap((base) => {
		const usual = defaults(type, base);
		const changed = others.flatMap((name) =>
			choices(type, base, name)
				.filter((value) => value !== usual[name])
				.map((value) => ({ ...base, [name]: value })),
		);
		return [base, ...changed];
	});
}
