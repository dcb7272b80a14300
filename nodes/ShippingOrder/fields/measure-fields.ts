import type { INodeProperties } from 'n8n-workflow';
import { SIZE_UNITS, WEIGHT_UNITS } from '../../shared/providers/delivery-solutions/item-fields';
import { groupField } from './group-field';

const UNIT_NAMES: Readonly<Record<string, string>> = {
	cm: 'Centimeters',
	in: 'Inches',
	kg: 'Kilograms',
	lb: 'Pounds',
};

const numberField = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 3 },
	default: 0,
});

const unitField = (
	displayName: string,
	units: readonly string[],
	byDefault: string,
): INodeProperties => ({
	displayName,
	name: 'unit',
	type: 'options',
	options: units.map((value) => ({ name: UNIT_NAMES[value] ?? value, value })),
	default: byDefault,
});

/** Length, width and height, with their unit. */
export const sizeField: INodeProperties = groupField('Size', 'size', [
	numberField('Length', 'length'),
	numberField('Width', 'width'),
	numberField('Height', 'height'),
	unitField('Size Unit', SIZE_UNITS, 'in'),
]);

/** Weight with its unit. */
export const weightField: INodeProperties = groupField('Weight', 'weight', [
	numberField('Weight', 'value'),
	unitField('Weight Unit', WEIGHT_UNITS, 'lb'),
]);
