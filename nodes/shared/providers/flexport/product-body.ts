import { coerce } from '../../checks/coerce';
import { toCountryCode } from '../../checks/countries';
import { number, record, text, type Json } from '../../read';
import { PRODUCT_FIELDS } from './product-fields';

/**
 * The fields of the panel as the body of CreateProduct; its groups have the API's own names.
 * @param timezone the workflow's, for times without a zone
 */
export function toProductBody(fields: Json, timezone: string): Json {
	const customs = record(fields.customsInformation);
	const dimensions = record(fields.dimensions);
	const body = {
		...fields,
		...(customs ? { customsInformation: toCustoms(customs) } : {}),
		...(dimensions ? { dimensions: withoutZeros(dimensions) } : {}),
	};
	return coerce(body, PRODUCT_FIELDS, timezone);
}

function toCustoms(customs: Json): Json {
	const originCountry = text(customs.originCountry);
	return originCountry ? { ...customs, originCountry: toCountryCode(originCountry) } : customs;
}

/** Nothing weighs or measures 0: the panel shows 0 for what was not filled in. */
function withoutZeros(dimensions: Json): Json {
	const filled = Object.entries(dimensions).filter(([, value]) => number(value) !== 0);
	return Object.fromEntries(filled);
}
