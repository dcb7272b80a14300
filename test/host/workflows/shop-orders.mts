import { createParameters } from '../../engine/support/order-parameters.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { Accounts } from '../support/accounts.mts';
import { node, nodesWith, workflow } from './build.mts';

export const SHOP_ORDERS = 'shop-orders';

const told = (value: string) => ({
	assignments: { assignments: [{ id: 'told', name: 'told', type: 'string', value }] },
	includeOtherFields: true,
	options: {},
});

const EDIT_FIELDS = { typeVersion: 3.4 };

/**
 * A shop sends its orders in one request; each becomes an order at Flexport, and the answer says what
 * became of each: Webhook, Split Out, Edit Fields, ours, If on its error output, Merge.
 */
export function shopOrders(accounts: Accounts): WorkflowFile {
	const make = nodesWith(accounts);
	const webhook = {
		httpMethod: 'POST',
		path: SHOP_ORDERS,
		responseMode: 'lastNode',
		responseData: 'allEntries',
		options: {},
	};
	const hasStatus = {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'status',
					leftValue: '={{ $json.details.httpCode }}',
					rightValue: '',
					operator: { type: 'string', operation: 'exists', singleValue: true },
				},
			],
			combinator: 'and',
		},
		options: {},
	};
	const fields = {
		assignments: {
			assignments: [
				{ id: 'number', name: 'number', type: 'string', value: '={{ "SHOP-" + $json.no }}' },
			],
		},
		includeOtherFields: true,
		options: {},
	};
	const order = createParameters('={{ $json.sku }}', {
		provider: 'flexport',
		externalOrderId: '={{ $json.number }}',
		countryCode: '={{ $json.country }}',
	});
	return workflow(
		'Orders of a shop',
		[
			node('Webhook', 'webhook', webhook, { typeVersion: 2, webhookId: SHOP_ORDERS }),
			node('Each Order', 'splitOut', { fieldToSplitOut: 'body.orders', options: {} }),
			node('Number', 'set', fields, EDIT_FIELDS),
			make('Create', 'fulfillmentOrder', 'flexportApi', order, { onError: 'continueErrorOutput' }),
			node('By Flexport?', 'if', hasStatus, { typeVersion: 2.2 }),
			node('Good', 'set', told('={{ $json.outcome }}'), EDIT_FIELDS),
			node('Refused', 'set', told('refused by Flexport'), EDIT_FIELDS),
			node('Stopped', 'set', told('={{ $json.details.what }}'), EDIT_FIELDS),
			node('All', 'merge', { mode: 'append', numberInputs: 3 }, { typeVersion: 3 }),
		],
		[
			['Webhook', 'Each Order'],
			['Each Order', 'Number'],
			['Number', 'Create'],
			['Create', 'Good'],
			['Create', 'By Flexport?', 1],
			['By Flexport?', 'Refused'],
			['By Flexport?', 'Stopped', 1],
			['Good', 'All'],
			['Refused', 'All', 0, 1],
			['Stopped', 'All', 0, 2],
		],
	);
}
