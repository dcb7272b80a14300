import type { INodeProperties } from 'n8n-workflow';
import { COUNTRIES } from '../../shared/providers/delivery-solutions/shipment-fields';

const COUNTRY_NAMES: Readonly<Record<(typeof COUNTRIES)[number], string>> = {
	US: 'United States',
	CA: 'Canada',
	GB: 'United Kingdom',
	AU: 'Australia',
	IE: 'Ireland',
};

/** One of the countries that can be shipped to and from. */
export const countryField = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: COUNTRIES.map((value) => ({ name: COUNTRY_NAMES[value], value })).sort((a, b) =>
		a.name.localeCompare(b.name),
	),
	default: 'US',
	description: 'Country of the address. An expression gives its two-letter code.',
});

/** A latitude or longitude. */
export const coordinateField = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { numberPrecision: 7 },
	default: 0,
	description: 'In degrees. Latitude and longitude go together.',
});
