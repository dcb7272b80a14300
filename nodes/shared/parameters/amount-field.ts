import type { INodeProperties } from 'n8n-workflow';

/** A parameter that takes an amount of money. */
export const amountField = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	description,
});
