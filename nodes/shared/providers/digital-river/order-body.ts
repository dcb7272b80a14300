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
	const word = (name: string): string => text(extra[name]) ?? '';
	const body = {
		...given({
			upstreamId: input.externalOrderId.trim(),
			currency: (text(currencyCode) ?? '').trim().toUpperCase(),
			locale: word('locale'),
			name: word('customerName'),
			email: word('customerEmail'),
			phone: word('customerPhone'),
			reservationId: word('reservationId'),
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
				email: word('email'),
				organization: recipient.company,
			}),
			...group('additionalAddressInfo', {
				neighborhood: word('neighborhood'),
				division: word('division'),
				phoneticName: word('phoneticName'),
			}),
		},
		shippingChoice: {
			id: input.shipMethod.trim() || DEFAULT_SHIPPING,
			...given({
				shippingInstructions: word('shippingInstructions'),
				signatureRequiredType: word('signatureRequiredType'),
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

function group(name: string, texts: Record<string, string>): Json {
	const filled = given(texts);
	return Object.keys(filled).length > 0 ? { [name]: filled } : {};
}
