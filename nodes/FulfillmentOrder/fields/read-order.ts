import type { INodeProperties } from 'n8n-workflow';
import { readLineItemsJson } from '../../shared/parameters/line-items';
import { asText, groupParam, textParam } from '../../shared/parameters/read';
import { unwrap } from '../../shared/parameters/unwrap';
import type { OrderProviderName } from '../../shared/providers/order-providers';
import { id, record, records, type Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import type { LineItem, OrderInput } from '../../shared/vocabulary/order';
import { isFor, providerNameOf } from '../provider';
import { additionalFields } from './additional-fields';
import { EXAMPLE_SKU, lineItemExtras } from './line-item-fields';

/** The order that the panel describes, in the one vocabulary. */
export function readOrder(item: Item): OrderInput {
	const provider = providerNameOf(item);
	const given = offered(groupParam(item, 'additionalFields'), additionalFields, provider);
	const { company, phone, shipBy, deliverBy, shipMethod, ...extra } = given;
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
		lineItems: readLines(item, provider),
		shipBy: asText(shipBy, 'Ship By'),
		deliverBy: asText(deliverBy, 'Deliver By'),
		shipMethod: asText(shipMethod, 'Shipping Method'),
		extra: { ...unwrap(extra), ...readCurrency(item, provider) },
	};
}

/** What was typed for another provider stays in the panel, and is not meant for this one. */
function offered(
	group: Json,
	{ options = [] }: INodeProperties,
	provider: OrderProviderName,
): Json {
	const given = Object.entries(group);
	if (given.length === 0) return group;
	const fields = options.filter((option) => 'type' in option);
	const shown = fields.filter((field) => isFor(provider, field)).map(({ name }) => name);
	const known = fields.map(({ name }) => name);
	return Object.fromEntries(
		given.filter(([name]) => shown.includes(name) || !known.includes(name)),
	);
}

function readCurrency(item: Item, provider: OrderProviderName): Json {
	if (provider !== 'digitalRiver') return {};
	return { currencyCode: textParam(item, 'currencyCode', 'Currency Code') };
}

function readLines(item: Item, provider: OrderProviderName): LineItem[] {
	const lines = readLineItemsJson(item, EXAMPLE_SKU);
	return lines ? linesFromJson(lines, provider) : linesFromFields(item, provider);
}

function linesFromFields(item: Item, provider: OrderProviderName): LineItem[] {
	return records(groupParam(item, 'lineItems').item).map((line) => ({
		sku: locatorValue(line.product),
		quantity: line.quantity ?? null,
		extra: lineExtra(
			unwrap(offered(record(line.additionalFields) ?? {}, lineItemExtras, provider)),
			provider,
		),
	}));
}

function locatorValue(locator: unknown): string {
	return id(record(locator)?.value ?? locator) ?? '';
}

/** The flat fields of the panel; for Flexport as the groups of its API (Orders API, CreateOrder). */
function lineExtra(fields: Json, provider: OrderProviderName): Json {
	if (provider !== 'flexport') return fields;
	const { customsUnitValue, customsCurrencyCode, ...dropShip } = fields;
	return unwrap({
		customsUnitValue: { amount: customsUnitValue, currencyCode: customsCurrencyCode },
		lineItemDropShipData: dropShip,
	});
}

/** A product in each provider's own names; `sku` is understood for all. */
const SKU_KEYS: Readonly<Record<OrderProviderName, string>> = {
	flexport: 'logisticsSku',
	deliverr: 'externalProductId',
	digitalRiver: 'inventoryItemId',
};

function linesFromJson(lines: readonly Json[], provider: OrderProviderName): LineItem[] {
	const key = SKU_KEYS[provider];
	return lines.map(({ sku, quantity, [key]: ownSku, ...extra }) => ({
		sku: id(sku) ?? id(ownSku) ?? '',
		quantity: quantity ?? null,
		extra,
	}));
}
