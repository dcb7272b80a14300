import { checked } from '../shared/broken-rules.mts';
import type { ReadBody } from '../shared/json-body.mts';
import type { Json } from '../shared/json.mts';
import { compile, objectSchema } from '../shared/validation.mts';
import type { CancellationBody, CancellationItemInput } from './cancellation-types.mts';
import { countersOf, linesOf, openUnits } from './counters.mts';
import { jsonOf } from './order-input.mts';
import type { OrderRecord } from './order-types.mts';
import { badBody, badParameter } from './refusal.mts';
import type { Account } from './world.mts';

const text = { type: 'string' };

const validateCancellation = compile<CancellationBody>(
	objectSchema(
		{
			fulfillmentOrderId: text,
			upstreamId: text,
			reason: text,
			items: {
				type: 'array',
				minItems: 1,
				items: objectSchema(
					{
						fulfillmentOrderItemId: text,
						fulfillmentOrderItemUpstreamId: text,
						quantity: { type: 'integer', minimum: 1 },
					},
					['fulfillmentOrderItemId', 'quantity'],
				),
			},
		},
		['fulfillmentOrderId', 'items'],
	),
);

/** A cancellation that can be made: the order, and the line of each item. */
export interface ReadCancellation {
	body: CancellationBody;
	of: OrderRecord;
	lines: Json[];
}

function lineOf({ order }: OrderRecord, item: CancellationItemInput, index: number): Json {
	const { fulfillmentOrderItemId: id, fulfillmentOrderItemUpstreamId: upstreamId } = item;
	const at = `items[${index}]`;
	const line = linesOf(order).find((candidate) => String(candidate.id) === id);
	if (line === undefined) {
		const parameter = `${at}.fulfillmentOrderItemId`;
		throw badParameter(parameter, `Order ${order.id} has no item "${id}".`);
	}
	if (upstreamId !== undefined && upstreamId !== line.upstreamId) {
		const parameter = `${at}.fulfillmentOrderItemUpstreamId`;
		throw badParameter(parameter, `Item ${id} has not the upstreamId "${upstreamId}".`);
	}
	return line;
}

/** Units of a line that undecided cancellations already ask for. */
function askedFor(account: Account, line: Json): number {
	return account.cancellations.all
		.filter(({ cancellation }) => cancellation.state === 'pending')
		.flatMap(({ cancellation, lines }) =>
			cancellation.items.filter((_, index) => lines[index] === line),
		)
		.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Units that were shipped can be asked for, though in vain; units that are not there cannot. */
function checkQuantities(account: Account, { body, of, lines }: ReadCancellation): void {
	const wanted = new Map<Json, number>();
	body.items.forEach(({ quantity }, index) => {
		const line = lines[index];
		if (line === undefined) return;
		const units = (wanted.get(line) ?? askedFor(account, line)) + quantity;
		wanted.set(line, units);
		const counters = countersOf(line, of.order.state);
		if (units <= openUnits(counters) + counters.shipped) return;
		throw badParameter(
			`items[${index}].quantity`,
			`${quantity} cannot be cancelled; ${openUnits(counters)} are open.`,
			'invalid_quantity_amount',
		);
	});
}

/** The body of create, checked. A POST has no documented 404, so an unknown order is a 400. */
export function readCancellation(account: Account, body: ReadBody): ReadCancellation {
	const outcome = checked(validateCancellation, jsonOf(body));
	if ('broken' in outcome) throw badBody(outcome.broken);
	const { value } = outcome;
	const of = account.orders.find(value.fulfillmentOrderId);
	if (of === undefined) {
		const message = `There is no fulfillment order "${value.fulfillmentOrderId}".`;
		throw badParameter('fulfillmentOrderId', message);
	}
	const lines = value.items.map((item, index) => lineOf(of, item, index));
	const read = { body: value, of, lines };
	checkQuantities(account, read);
	return read;
}
