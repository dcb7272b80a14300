import { coerce } from '../../checks/coerce';
import { toCountryCode } from '../../checks/countries';
import { record, text, type Json } from '../../read';
import type { OrderInput } from '../../vocabulary/order';
import { given } from '../given';
import { ORDER_FIELDS } from './order-fields';

/** What the guide requires and a person need not care about: where the order comes from. */
const DEFAULT_SOURCE = 'n8n';

/**
 * An order in the words of the panel, as the body of Create Order. What is empty is left out; the
 * order's ID in the source is the external one where no other is given.
 *
 * @param timezone the workflow's, for times without a zone
 */
export function toOrderBody(input: OrderInput, timezone: string): Json {
	const { recipient, extra } = input;
	const externalOrderId = input.externalOrderId.trim();
	const { orderTime, deliveryDays, source, sourceOrderId } = extra;
	const body = {
		...given({
			externalOrderId,
			source: text(source) ?? DEFAULT_SOURCE,
			sourceOrderId: text(sourceOrderId) ?? externalOrderId,
			shipMethod: input.shipMethod,
			orderShipmentTime: input.shipBy,
			orderDeliveryTime: input.deliverBy,
		}),
		...(orderTime === undefined ? {} : { orderCreationTime: orderTime }),
		...(deliveryDays === undefined ? {} : { deliverDays: deliveryDays }),
		shiptoAddress: given({
			name: recipient.name,
			company: recipient.company,
			street1: recipient.address1,
			street2: recipient.address2,
			city: recipient.city,
			state: recipient.provinceCode,
			postcode: recipient.postalCode,
			countryCode: toCountryCode(recipient.countryCode),
		}),
		lineItems: input.lineItems.map((line) => ({
			...given({ externalProductId: line.sku.trim() }),
			quantity: line.quantity,
			...line.extra,
		})),
	};
	return coerce(record(body) ?? {}, ORDER_FIELDS, timezone);
}
