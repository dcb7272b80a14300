import { FlexportApi } from '../../../credentials/FlexportApi.credentials.ts';
import { operations as orderOperations } from '../../../nodes/FulfillmentOrder/operations/index.ts';
import { create as createOrder } from '../../../nodes/FulfillmentOrder/operations/create.ts';
import { create as createProduct } from '../../../nodes/Product/operations/create.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import {
	CODE_ERRORS,
	HTTP_ERRORS,
	OTHER_ERROR,
} from '../../../nodes/shared/providers/flexport/http-errors.ts';
import { ORDER_ERRORS } from '../../../nodes/shared/providers/flexport/order-errors.ts';
import { ORDER_FIELDS } from '../../../nodes/shared/providers/flexport/order-fields.ts';
import { PRODUCT_FIELDS } from '../../../nodes/shared/providers/flexport/product-fields.ts';
import { findingsIn } from '../support/findings.mts';
import { labelsOf } from '../support/panel.mts';
import { panelFor } from '../support/panel-for.mts';

/** What the catalogues name in quotes, as a person would look for it on the screen. */
const named = Object.entries({
	...HTTP_ERRORS,
	...CODE_ERRORS,
	other: OTHER_ERROR,
	...ORDER_ERRORS,
})
	.flatMap(([key, { what, fix }]) =>
		[...`${what} ${fix}`.matchAll(/'([A-Z][^']*)'/g)].map(([, label = '']) => [key, label]),
	)
	.sort();

it.each(named)('the label that the catalogue names for %s is on the screen: %s', (_key, label) => {
	const panel = labelsOf(
		panelFor(
			'flexport',
			orderOperations.flatMap(({ properties }) => properties),
		),
	);
	const credential = labelsOf(new FlexportApi().properties);
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
	['CreateOrder', ORDER_FIELDS, createOrder],
	['CreateProduct', PRODUCT_FIELDS, createProduct],
] as const)('each label of the checks of %s is one of the panel', (_name, fields, operation) => {
	const panel = labelsOf(panelFor('flexport', operation.properties));
	expect(labelsIn(fields).filter((label) => !panel.has(label))).toEqual([]);
});

it('the name on a billing address has the label that it has there', () => {
	const body = { dropShipData: { billingAddress: { name: { first: 'Ada' } } } };
	const findings = findingsIn(
		body,
		ORDER_FIELDS.filter(({ key }) => key === 'dropShipData'),
	);
	expect(findings).toEqual([
		"'Name' in 'Billing Address' in 'Drop Ship Data' is {\"first\":\"Ada\"}, but must be text",
	]);
});
