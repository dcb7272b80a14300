import { readLineItemsJson } from '../../shared/parameters/line-items';
import { groupParam } from '../../shared/parameters/read';
import { unwrap } from '../../shared/parameters/unwrap';
import { number, record, records, type Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import { readAttributes } from './attributes-field';
import { EXAMPLE_SKU } from './line-item-fields';

/** The line items and the package that the panel describes, in the API's names; undefined if there are none. */
export function readGoods(item: Item): { itemList?: unknown; package?: unknown } {
	const items = readLineItems(item);
	const parcel = withoutZeros(unwrap(groupParam(item, 'package')));
	return {
		...(items.length > 0 ? { itemList: items } : {}),
		// "custom" is the name that the documentation gives for a package that is not set up there.
		...(Object.keys(parcel).length > 0 ? { package: { name: 'custom', ...parcel } } : {}),
	};
}

/** A size or weight that was added and not filled in says nothing: it stands at 0. */
function withoutZeros(goods: Json): Json {
	const isUntouched = (value: unknown) => {
		const measures = Object.entries(record(value) ?? {}).filter(([name]) => name !== 'unit');
		return measures.every(([, measure]) => number(measure) === 0);
	};
	return Object.fromEntries(
		Object.entries(goods).filter(
			([name, value]) => !['size', 'weight'].includes(name) || !isUntouched(value),
		),
	);
}

function readLineItems(item: Item): readonly Json[] {
	return readLineItemsJson(item, EXAMPLE_SKU) ?? fromFields(item);
}

function fromFields(item: Item): Json[] {
	return records(groupParam(item, 'lineItems').item).map(({ additionalFields, ...line }) => {
		const { itemAttributes, ...extra } = unwrap(record(additionalFields) ?? {});
		const attributes = readAttributes(itemAttributes, 'Item Attributes');
		const filled = withoutZeros(unwrap({ ...line, ...extra }));
		return attributes ? { ...filled, itemAttributes: { ...attributes } } : filled;
	});
}
