import { readJson } from '../../shared/checks/json-input';
import { inputFailure } from '../../shared/failure';
import { asText, groupParam, oneOf, param, textParam } from '../../shared/parameters/read';
import { unwrap } from '../../shared/parameters/unwrap';
import { id, record, records, type Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import type { LineItem, OrderInput } from '../../shared/vocabulary/order';

/** The order that the panel describes, in the one vocabulary. */
export function readOrder(item: Item): OrderInput {
	const { company, phone, shipBy, deliverBy, shipMethod, ...extra } = groupParam(
		item,
		'additionalFields',
	);
	return {
		externalOrderId: textParam(item, 'externalOrderId', 'External Order ID'),
		recipient: {
			name: textParam(item, 'recipientName', 'Recipient Name'),
			company: asText(company, 'Company'),
			phone: asText(phone, 'Phone'),
			address1: textParam(item, 'address1', 'Address Line 1'),
			address2: textParam(item, 'address2', 'Address Line 2'),
			city: textParam(item, 'city', 'City'),
			provinceCode: textParam(item, 'provinceCode', 'State or Province Code'),
			postalCode: textParam(item, 'postalCode', 'Postal Code'),
			countryCode: textParam(item, 'countryCode', 'Country Code'),
		},
		lineItems: readLines(item),
		shipBy: asText(shipBy, 'Ship By'),
		deliverBy: asText(deliverBy, 'Deliver By'),
		shipMethod: asText(shipMethod, 'Shipping Method'),
		extra: unwrap(extra),
	};
}

function readLines(item: Item): LineItem[] {
	const mode = oneOf(param(item, 'lineItemsInput'), ['fields', 'json'], 'Line Items From');
	return mode === 'json' ? linesFromJson(item) : linesFromFields(item);
}

function linesFromFields(item: Item): LineItem[] {
	return records(groupParam(item, 'lineItems').item).map((line) => ({
		sku: locatorValue(line.product),
		quantity: line.quantity ?? null,
		extra: lineExtra(unwrap(record(line.additionalFields) ?? {})),
	}));
}

function locatorValue(locator: unknown): string {
	return id(record(locator)?.value ?? locator) ?? '';
}

/** The flat fields of the panel as the groups of the API (Flexport Orders API, CreateOrder). */
function lineExtra({ customsUnitValue, customsCurrencyCode, ...dropShip }: Json): Json {
	return unwrap({
		customsUnitValue: { amount: customsUnitValue, currencyCode: customsCurrencyCode },
		lineItemDropShipData: dropShip,
	});
}

function linesFromJson(item: Item): LineItem[] {
	const label = 'Line Items as JSON';
	const lines = readJson(param(item, 'lineItemsJson'), label);
	if (!Array.isArray(lines) || lines.some((line) => record(line) === undefined)) {
		throw inputFailure(
			`'${label}' must be a list of objects`,
			'Give a list such as [{ "sku": "DABCDEF1234", "quantity": 1 }].',
			label,
		);
	}
	return records(lines).map(({ sku, logisticsSku, quantity, ...extra }) => ({
		sku: id(sku) ?? id(logisticsSku) ?? '',
		quantity: quantity ?? null,
		extra,
	}));
}
