import { checked } from '../shared/broken-rules.mts';
import type { Answer } from '../shared/endpoints.mts';
import { requireJson } from '../shared/json-body.mts';
import { problem } from '../shared/problem.mts';
import { compile } from '../shared/validation.mts';
import type { Call } from './call.mts';
import { firedEvent } from './fired-event.mts';
import type { World } from './world.mts';

interface MockEventBody {
	type: 'ORDER_STATUS_UPDATE' | 'INVENTORY_UPDATE';
	updateType: 'SHIPPED' | 'INVENTORY_AVAILABLE';
	externalOrderId?: string;
	externalProductId?: string;
}

const someText = { type: 'string', minLength: 1 };

function kind(type: string, updateType: string, subject: string): object {
	return {
		type: 'object',
		additionalProperties: false,
		required: ['type', 'updateType', subject],
		properties: {
			type: { type: 'string', enum: [type] },
			updateType: { type: 'string', enum: [updateType] },
			[subject]: someText,
		},
	};
}

/** That the two go together as here is not documented, nor how others are refused. */
const BODIES = {
	ORDER_STATUS_UPDATE: compile<MockEventBody>(
		kind('ORDER_STATUS_UPDATE', 'SHIPPED', 'externalOrderId'),
	),
	INVENTORY_UPDATE: compile<MockEventBody>(
		kind('INVENTORY_UPDATE', 'INVENTORY_AVAILABLE', 'externalProductId'),
	),
};

function validatorFor(body: unknown) {
	const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
	return type === 'INVENTORY_UPDATE' ? BODIES.INVENTORY_UPDATE : BODIES.ORDER_STATUS_UPDATE;
}

/**
 * A mock event is really delivered to whoever is registered for its type (Deliverr Webhooks API
 * reference). The order or product need not exist. What is answered is not documented.
 */
export function mockEvent(world: World, { account, body }: Call): Answer {
	const value = requireJson(body);
	const outcome = checked(validatorFor(value), value);
	if ('broken' in outcome) {
		throw problem(400, outcome.broken.map(({ message }) => message).join(' '));
	}
	const { type, externalOrderId, externalProductId } = outcome.value;
	const details = type === 'INVENTORY_UPDATE' ? { externalProductId } : { externalOrderId };
	world.emit(account, firedEvent(world, account, type, details));
	return { status: 200 };
}
