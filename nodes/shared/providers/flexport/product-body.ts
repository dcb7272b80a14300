import { coerce } from '../../checks/coerce';
import { toCountryCode } from '../../checks/countries';
import { record, text, type Json } from '../../read';
import { PRODUCT_FIELDS } from './product-fields';

/**
 * The fields of the panel as the body of CreateProduct; its groups have the API's own names.
 * @param timezone the workflow's, for times without a zone
 */
export function toProductBody(fields: Json, timezone: string): Json {
	const customs = record(fields.customsInformation);
	const originCountry = text(customs?.originCountry);
	const body = originCountry
		? {
				...fields,
				customsInformation: { ...customs, originCountry: toCountryCode(originCountry) },
			}
		: fields;
	return coerce(body, PRODUCT_FIELDS, timezone);
}
