import type { INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';

/**
 * Marks an item that failed, so that every n8n sends it to the error output.
 *
 * n8n 2.36 and newer knows such an item by its keys `error` and `details`. An older one knows it by
 * `item.error` or by `error` alone, and would count it as a success otherwise. But `item.error` takes
 * `details` away: once items are sorted, n8n replaces the `json` of those that have it by the message.
 * Not enumerable, it is seen when items are sorted and is not in the copy that n8n makes for the
 * error output. (n8n-core, workflow-execute: `handleNodeErrorOutput`, then the loop over `lineResult`.)
 */
export function forErrorOutput(
	item: INodeExecutionData,
	error: NodeApiError | NodeOperationError,
): INodeExecutionData {
	return Object.defineProperty(item, 'error', { value: error, enumerable: false });
}
