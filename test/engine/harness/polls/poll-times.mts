import type { PollContext } from 'n8n-core';
import type { TriggerTime } from 'n8n-workflow';
import { n8nWorkflow } from '../n8n.mts';

const isTime = (item: unknown): item is TriggerTime =>
	typeof item === 'object' && item !== null && 'mode' in item;

/**
 * What n8n makes sure of at an activation. A node whose description does not say `polling` has no
 * such parameter, and cannot be activated.
 */
export function checkPollTimes(context: PollContext): void {
	context.getNodeParameter('pollTimes');
	const times = context.getNodeParameter('pollTimes.item', []);
	const crons = Array.isArray(times) ? times.filter(isTime).map(n8nWorkflow.toCronExpression) : [];
	if (crons.some(n8nWorkflow.isSubMinuteCron)) {
		throw new n8nWorkflow.UserError(
			'The polling interval is too short. It has to be at least a minute.',
		);
	}
}
