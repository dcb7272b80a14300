import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/parameters/text-field';
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

/** A latitude or longitude. It takes text, as a number would start as 0, which is a place in the sea. */
export const coordinateField = (
	displayName: string,
	name: string,
	example: string,
): INodeProperties =>
	textField(displayName, name, example, 'In degrees. Latitude and longitude go together.');
