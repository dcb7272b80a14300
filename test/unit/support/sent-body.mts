import type { IDataObject } from 'n8n-workflow';
import { Failure, type FailureFacts } from '../../../nodes/shared/failure.ts';
import type { Operation } from '../../../nodes/shared/parameters/operation.ts';
import { itemWith } from './fake-item.mts';

async function run(operation: Operation, parameters: IDataObject, sent: unknown[]): Promise<void> {
	const item = itemWith(parameters, {
		api: async (_credential, { body }) => {
			sent.push(body);
			// An object that holds a list passes for an order, a product or a shipment, and for a page of them.
			return { statusCode: 200, headers: {}, body: { data: [] } };
		},
	});
	await operation.run(item);
}

/** The body that an operation sends to the API for these parameters of its panel. */
export async function sentBody(operation: Operation, parameters: IDataObject): Promise<unknown> {
	const sent: unknown[] = [];
	await run(operation, parameters, sent);
	if (sent.length !== 1) throw new Error(`One request was expected, not ${sent.length}`);
	return sent[0];
}

/** The failure of an operation that refuses these parameters before it sends anything. */
export async function refusalOf(
	operation: Operation,
	parameters: IDataObject,
): Promise<FailureFacts> {
	const sent: unknown[] = [];
	const error: unknown = await run(operation, parameters, sent).catch((reason: unknown) => reason);
	if (sent.length > 0) throw new Error(`Nothing was to be sent, but ${JSON.stringify(sent)} was`);
	if (error instanceof Failure) return error.facts;
	throw error ?? new Error('This was expected to be refused, and it was not');
}
