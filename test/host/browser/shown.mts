import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';

/** A field of a panel, and where the editor says that it is. */
export interface Field {
	/** e.g. parameters.additionalFields.company */
	path: string;
	property: INodeProperties;
}

type Option = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const isProperty = (option: Option): option is INodeProperties => 'type' in option;
const isGroup = (option: Option): option is INodePropertyCollection => 'values' in option;
const isValues = (value: unknown): value is INodeParameters =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Which fields n8n shows for what is entered, by the rules of n8n itself. */
export class ShownFields {
	private readonly node: INode;

	constructor(
		private readonly type: INodeTypeDescription,
		private readonly parameters: INodeParameters,
	) {
		const { name } = type;
		const place: [number, number] = [0, 0];
		this.node = { id: '1', name, type: name, typeVersion: 1, position: place, parameters };
	}

	/** Whether a property that stands next to these values is shown. */
	isShown(property: Option, values: INodeParameters = this.parameters): boolean {
		if (!('displayOptions' in property)) return true;
		return NodeHelpers.displayParameter(values, property, this.node, this.type, this.parameters);
	}

	/** All of them; those of a collection as far as they have been added. */
	fields(): Field[] {
		return this.below(this.type.properties, this.parameters, 'parameters');
	}

	private below(properties: Option[], values: INodeParameters, path: string): Field[] {
		return properties.flatMap((property) => {
			if (!isProperty(property) || !this.isShown(property, values)) return [];
			const own = `${path}.${property.name}`;
			return [{ path: own, property }, ...this.inside(property, values[property.name], own)];
		});
	}

	private inside({ type, options = [] }: INodeProperties, value: unknown, path: string): Field[] {
		if (!isValues(value)) return [];
		if (type === 'collection') {
			const added = options.filter((option) => Object.hasOwn(value, option.name));
			return this.below(added, value, path);
		}
		if (type !== 'fixedCollection') return [];
		return options.filter(isGroup).flatMap((group) => {
			const entries = value[group.name];
			if (!Array.isArray(entries)) {
				return isValues(entries) ? this.below(group.values, entries, `${path}.${group.name}`) : [];
			}
			return entries.flatMap((entry, index) =>
				isValues(entry) ? this.below(group.values, entry, `${path}.${group.name}[${index}]`) : [],
			);
		});
	}
}
