import { coerce } from '../../checks/coerce';
import { toCountryCode } from '../../checks/countries';
import { record, text, type Json } from '../../read';
import type { LineItem, OrderInput } from '../../vocabulary/order';
import { given } from '../given';
import { ORDER_FIELDS } from './order-fields';

/** The shipping choice of the documentation's examples, where no other is given. */
const DEFAULT_SHIPPING = 'SG';

/**
 * An order in the words of the panel, as the body of a new fulfillment order. What is empty is left
 * out. The order's time is now where none is given.
 *
 * @param timezone the workflow's, for times without a zone
 */
export function toOrderBody(input: OrderInput, timezone: string): Json {
	const { recipient, extra } = input;
	const { orderTime, dutiesPaid, currencyCode } = extra;
	const additionalAddressInfo = extras(extra, {
		neighborhood: 'neighborhood',
		division: 'division',
		phoneticName: 'phoneticName',
	});
	const body = {
		...given({
			upstreamId: input.externalOrderId.trim(),
			currency: (text(currencyCode) ?? '').trim().toUpperCase(),
		}),
		...extras(extra, {
			locale: 'locale',
			name: 'customerName',
			email: 'customerEmail',
			phone: 'customerPhone',
			reservationId: 'reservationId',
		}),
		upstreamOrderTime: orderTime ?? new Date().toISOString(),
		shipTo: {
			address: given({
				line1: recipient.address1,
				line2: recipient.address2,
				city: recipient.city,
				postalCode: recipient.postalCode,
				state: recipient.provinceCode,
				country: toCountryCode(recipient.countryCode),
			}),
			...given({
				name: recipient.name,
				phone: recipient.phone,
				organization: recipient.company,
			}),
			...extras(extra, { email: 'email' }),
			...(Object.keys(additionalAddressInfo).length > 0 ? { additionalAddressInfo } : {}),
		},
		shippingChoice: {
			id: input.shipMethod.trim() || DEFAULT_SHIPPING,
			...extras(extra, {
				shippingInstructions: 'shippingInstructions',
				signatureRequiredType: 'signatureRequiredType',
			}),
			...(dutiesPaid === undefined ? {} : { dutiesPaid }),
		},
		items: input.lineItems.map(toItem),
	};
	return coerce(record(body) ?? {}, ORDER_FIELDS, timezone);
}

function toItem({ sku, quantity, extra }: LineItem) {
	const { lineItemId, ...same } = extra;
	return {
		...given({ inventoryItemId: sku.trim() }),
		quantity,
		...same,
		...(lineItemId === undefined ? {} : { upstreamId: lineItemId }),
	};
}

/** Fields that only this provider has, as they came, for the checks to see what is no text. */
function extras(extra: Json, names: Readonly<Record<string, string>>): Json {
	const values = Object.entries(names).map(([key, name]) => [key, extra[name]] as const);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== ''));
}
