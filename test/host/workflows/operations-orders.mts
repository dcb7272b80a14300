import type { INode } from 'n8n-workflow';
import { locator } from '../../engine/support/locator.mts';
import { createParameters } from '../../engine/support/order-parameters.mts';
import type { WorkflowFile } from '../rest/workflows.mts';
import type { Accounts } from '../support/accounts.mts';
import { CREDENTIAL_OF, manually, nodesWith } from './build.mts';

export type OrderProvider = 'flexport' | 'deliverr' | 'digitalRiver';

/** Every operation on orders that a provider has, in two workflows: what fails must fail in between. */
export function orderOperations(
	accounts: Accounts,
	provider: OrderProvider,
	{ sku, company }: { sku: string; company: string },
): { begin: WorkflowFile; end: WorkflowFile } {
	const make = nodesWith(accounts);
	const order = (name: string, parameters: INode['parameters']) =>
		make(
			name,
			'fulfillmentOrder',
			CREDENTIAL_OF[provider],
			{ provider, ...parameters },
			{ executeOnce: true },
		);
	const of = (operation: string, number: string) => ({
		operation,
		order: locator('externalId', number),
	});
	const lists = provider === 'digitalRiver';
	return {
		begin: manually(
			`Orders at ${provider}`,
			order('Create', createParameters(sku, { externalOrderId: 'OPS-1' })),
			order('Create Again', createParameters(sku, { externalOrderId: 'OPS-1' })),
			order('Get', of('get', 'OPS-1')),
			order('Cancel', of('cancel', 'OPS-1')),
			order(
				'Create Failing',
				createParameters(sku, { externalOrderId: 'OPS-2', additionalFields: { company } }),
			),
		),
		end: manually(
			`Orders at ${provider}, later`,
			order('Get Later', of('get', 'OPS-2')),
			lists
				? order('List', { operation: 'getAll', returnAll: true, filters: {} })
				: order('Retry', of('retry', 'OPS-2')),
		),
	};
}
