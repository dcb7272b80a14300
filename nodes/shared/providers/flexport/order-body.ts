import { coerce } from '../../checks/coerce';
import { toCountryCode } from '../../checks/countries';
import type { Json } from '../../read';
import type { LineItem, OrderInput, Recipient } from '../../vocabulary/order';
import { given } from '../given';
import { ORDER_FIELDS } from './order-fields';
import type { FlexportAddress, FlexportLineItem, FlexportOrderBody } from './wire';

/**
 * An order in the words of the panel, as the body of CreateOrder. What is empty is left out.
 * @param timezone the workflow's, for times without a zone
 */
export function toOrderBody(input: OrderInput, timezone: string): Json {
	const body: FlexportOrderBody = {
		...given({
			externalOrderId: input.externalOrderId.trim(),
			promisedShipByTime: input.shipBy,
			promisedDeliveryByTime: input.deliverBy,
			shipMethod: input.shipMethod,
		}),
		address: toAddress(input.recipient),
		lineItems: input.lineItems.map(toLineItem),
		...input.extra,
	};
	return coerce(body, ORDER_FIELDS, timezone);
}

function toAddress(recipient: Recipient): FlexportAddress {
	const { postalCode, countryCode, ...same } = recipient;
	return given({ ...same, zip: postalCode, countryCode: toCountryCode(countryCode) });
}

function toLineItem({ sku, quantity, extra }: LineItem): FlexportLineItem {
	return { ...given({ logisticsSku: sku.trim() }), quantity, ...extra };
}
