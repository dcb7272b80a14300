import { readJson } from '../../shared/checks/json-input';
import { inputFailure } from '../../shared/failure';
import { groupParam, oneOf, param, textParam } from '../../shared/parameters/read';
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
		externalOrderId: textParam(item, 'externalOrderId'),
		recipient: {
			name: textParam(item, 'recipientName'),
			company: id(company) ?? '',
			phone: id(phone) ?? '',
			address1: textParam(item, 'address1'),
			address2: textParam(item, 'address2'),
			city: textParam(item, 'city'),
			provinceCode: textParam(item, 'provinceCode'),
			postalCode: textParam(item, 'postalCode'),
			countryCode: textParam(item, 'countryCode'),
		},
		lineItems: readLines(item),
		shipBy: id(shipBy) ?? '',
		deliverBy: id(deliverBy) ?? '',
		shipMethod: id(shipMethod) ?? '',
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
		quantity: line.quantity ?? 1,
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
