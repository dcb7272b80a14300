import { Failure } from '../../../nodes/shared/failure.ts';
import type { OrderRef } from '../../../nodes/shared/providers/order-provider.ts';
import type { OrderSystem } from '../../../nodes/shared/providers/orders/order-system.ts';
import { refusalFailure } from '../../../nodes/shared/providers/refusal.ts';
import { record, records, text, type Json } from '../../../nodes/shared/read.ts';
import type { ApiAnswer } from '../../../nodes/shared/transport/api-request.ts';
import type { OrderErrorNote, SimplifiedOrder } from '../../../nodes/shared/vocabulary/order.ts';
import type { OrderStatus } from '../../../nodes/shared/vocabulary/order-status.ts';
import { scriptedApi, type Script, type ScriptedApi, type Step } from '../support/scripted-api.mts';

const STATUSES: Record<string, OrderStatus> = {
	new: 'pending',
	gone: 'shipped',
	there: 'delivered',
	stopped: 'cancelled',
	broken: 'failed',
};

const NOTE: OrderErrorNote = {
	type: 'BROKEN',
	code: null,
	message: null,
	what: 'It broke',
	fix: 'Mend it.',
	lineItems: [],
};

const never = (): never => {
	throw new Error('The order code has no business with this');
};

/** A system of orders that there is not: `{ no, ref, state, what }`. */
export function madeUpSystem(changes: Partial<OrderSystem> = {}): OrderSystem {
	return {
		service: 'Acme',
		checkSetting: 'Base URL',
		keys: { id: 'no', externalId: 'ref' },
		fields: [
			{ key: 'ref', label: 'External Order ID', kind: 'text', required: true },
			{ key: 'what', label: 'What', kind: 'text' },
		],
		refusesDuplicates: true,
		open: never,
		toBody: never,
		createRequest: (body) => ({ method: 'POST', path: '/things', body, repeat: 'idempotent' }),
		readRequest: ({ by, value }) => ({ method: 'GET', path: `/${by}/${value}`, repeat: 'always' }),
		orderIn,
		changeRequest: (order, change) => ({
			method: 'POST',
			path: `/things/${String(order.no)}/${change}`,
			repeat: 'idempotent',
		}),
		isDuplicate: ({ status }) => status === 409,
		failure: (session, request, answer, words = {}): Failure =>
			refusalFailure(session, request, answer, {
				entry: { transient: answer.status >= 500, what: 'Acme said no', fix: 'Ask Acme.' },
				words: words[answer.status],
			}),
		status: (order) => STATUSES[text(order.state) ?? ''] ?? 'unknown',
		providerStatus: (order) => text(order.state),
		note: (order) => (order.state === 'broken' ? NOTE : null),
		isRetriable: (order) => order.state === 'broken' && order.forGood !== true,
		differenceOf: (existing, body) =>
			existing.what === body.what ? undefined : 'its contents differ',
		simplify: (): SimplifiedOrder => never(),
		...changes,
	};
}

/** One that takes a second order with the same external id, and has no idempotency key. */
export const lenientSystem = (changes: Partial<OrderSystem> = {}): OrderSystem =>
	madeUpSystem({
		refusesDuplicates: false,
		createRequest: (body) => ({ method: 'POST', path: '/things', body, repeat: 'checked' }),
		...changes,
	});

/** An order, or that of a list which was asked for; a list of others says nothing of it. */
function orderIn({ body }: ApiAnswer, ref?: OrderRef): Json | undefined {
	const order = record(body);
	if (!order || !('data' in order)) return order;
	const orders = records(order.data);
	const found = orders.find((one) => one.ref === ref?.value);
	if (found || orders.length === 0) return found;
	throw new Failure({ kind: 'api', what: 'Acme answered with others', fix: 'Ask Acme.' });
}

export const MUG = { ref: 'SHOP-1', what: 'mug' };

/** The order that Acme made of it. */
export const MADE = { no: 77, state: 'new', ...MUG };

/** Acme, answering from a script. */
export const acme = (steps: readonly Step[], script: Script = {}): ScriptedApi =>
	scriptedApi(steps, { ...script, changes: { service: 'Acme' } });
