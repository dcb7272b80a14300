import { DeliverySolutionsApi } from '../../../credentials/DeliverySolutionsApi.credentials.ts';
import { operations } from '../../../nodes/ShippingOrder/operations/index.ts';
import { create } from '../../../nodes/ShippingOrder/operations/create.ts';
import { update } from '../../../nodes/ShippingOrder/operations/update.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import { TYPE_ERRORS } from '../../../nodes/shared/providers/delivery-solutions/error-catalogue.ts';
import {
	CHANGE_FIELDS,
	SHIPMENT_FIELDS,
} from '../../../nodes/shared/providers/delivery-solutions/shipment-fields.ts';
import {
	OTHER_ERROR,
	SERVER_ERROR,
	STATUS_ERRORS,
	UNREADABLE,
} from '../../../nodes/shared/providers/delivery-solutions/status-errors.ts';
import { labelsOf } from '../support/panel.mts';

/** What the catalogues name in quotes, as a person would look for it on the screen. */
const named = Object.entries({
	...TYPE_ERRORS,
	...STATUS_ERRORS,
	unreadable: UNREADABLE,
	server: SERVER_ERROR,
	other: OTHER_ERROR,
})
	.flatMap(([key, { what, fix }]) =>
		[...`${what} ${fix}`.matchAll(/'([A-Z][^']*)'/g)].map(([, label = '']) => [key, label]),
	)
	.sort();

it.each(named)('the label that the catalogue names for %s is on the screen: %s', (_key, label) => {
	const panel = labelsOf(operations.flatMap(({ properties }) => properties));
	const credential = labelsOf(new DeliverySolutionsApi().properties);
	expect([...panel, ...credential]).toContain(label);
});

/** The labels of a table's fields; a group that the panel shows without a frame has none of its own. */
function labelsIn(fields: readonly Field[]): string[] {
	return fields.flatMap((field) => {
		if (!('fields' in field)) return [field.label];
		const own = field.kind === 'group' && field.inline ? [] : [field.label];
		return [...own, ...labelsIn(field.fields)];
	});
}

it.each([
	['create', SHIPMENT_FIELDS, create],
	['edit', CHANGE_FIELDS, update],
] as const)('each label of the checks of %s is one of the panel', (_name, fields, operation) => {
	const panel = labelsOf(operation.properties);
	const unknown = labelsIn(fields).filter((label) => !panel.has(label));
	expect([...new Set(unknown)]).toEqual([]);
});
