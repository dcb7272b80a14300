import { checked } from '../shared/broken-rules.mts';
import type { Answer } from '../shared/endpoints.mts';
import { requireJson, type ReadBody } from '../shared/json-body.mts';
import { problem } from '../shared/problem.mts';
import type { Call } from './call.mts';
import { completeOrder } from './complete-order.mts';
import { badOrder, type ErrorType } from './error-types.mts';
import type { Life } from './life.mts';
import { newOrder } from './new-order.mts';
import { validateCreateOrder } from './order-schema.mts';
import type { CompleteOrderBody, CreateOrderBody } from './order-types.mts';
import { orderForApi } from './order-view.mts';
import { productFault } from './products.mts';
import { readTrick } from './tricks.mts';
import type { Account, World } from './world.mts';

const HOUR = 3_600_000;

/** The body of create if its form is right. Such a refusal has no error type. */
export function readCreateBody(body: ReadBody): CreateOrderBody {
	const outcome = checked(validateCreateOrder, requireJson(body));
	if ('value' in outcome) return outcome.value;
	throw problem(400, outcome.broken.map(({ message }) => message).join(' '));
}

function toldRefusal(account: Account, body: CompleteOrderBody): ErrorType | undefined {
	const trick = readTrick(body.shiptoAddress);
	if (trick?.does !== 'refuse') return undefined;
	const struck = account.struck.get(body.externalOrderId) ?? 0;
	if (struck >= trick.times) return undefined;
	account.struck.set(body.externalOrderId, struck + 1);
	return trick.type;
}

/** Whether the same order failed, or was refused, within the last hour. */
function failedBefore(account: Account, externalOrderId: string, now: number): boolean {
	const moments = [
		account.byExternalId.get(externalOrderId)?.failedAt,
		account.refusedAt.get(externalOrderId),
	];
	return moments.some((at) => at !== undefined && now - at < HOUR);
}

/**
 * Whether the merchant's ingestion delay is not over. It counts from the order's creation in the
 * shop or, where that is not told, from the first time it was sent; neither is documented.
 */
function isTooEarly({ switches }: World, account: Account, body: CreateOrderBody, now: number) {
	const sent = account.firstSent.get(body.externalOrderId) ?? now;
	account.firstSent.set(body.externalOrderId, sent);
	const since = body.orderCreationTime === undefined ? sent : Date.parse(body.orderCreationTime);
	return switches.ingestionDelayMs > 0 && now - since < switches.ingestionDelayMs;
}

/** Refuses a second order with the same externalOrderId. Nothing of that is documented. */
function refuseDuplicate(account: Account, externalOrderId: string): void {
	const before = account.byExternalId.get(externalOrderId);
	if (before === undefined || before.order.status === 'ERROR') return;
	const message = `There is an order with the externalOrderId "${externalOrderId}" already.`;
	throw problem(409, message, { type: 'DUPLICATE_ORDER' });
}

/** Refuses what is wrong with an order whose body lacks nothing. */
function refuseOrder(world: World, account: Account, body: CompleteOrderBody): void {
	const { externalOrderId } = body;
	const now = world.clock.now();
	const told = toldRefusal(account, body);
	if (told !== undefined) throw badOrder(told);
	refuseDuplicate(account, externalOrderId);
	if (failedBefore(account, externalOrderId, now)) throw badOrder('ORDER_PREVIOUSLY_SEEN_ERROR');
	if (isTooEarly(world, account, body, now)) throw badOrder('ORDER_SUBMITTED_TOO_EARLY');
	const fault = productFault(account.products, body);
	if (fault === undefined) return;
	if (world.switches.rememberedRefusals !== 'none') account.refusedAt.set(externalOrderId, now);
	throw badOrder(fault);
}

function complete(world: World, account: Account, body: CreateOrderBody): CompleteOrderBody {
	try {
		return completeOrder(body);
	} catch (error) {
		if (world.switches.rememberedRefusals === 'all') {
			account.refusedAt.set(body.externalOrderId, world.clock.now());
		}
		throw error;
	}
}

/** CreateOrder. */
export function createOrder(world: World, life: Life, { account, body }: Call): Answer {
	const order = complete(world, account, readCreateBody(body));
	refuseOrder(world, account, order);
	const record = newOrder(order, String(world.nextOrder()), world.clock.now());
	world.store(account, record);
	life.begin(account, record);
	return { status: world.switches.createdStatus, body: orderForApi(world, record.order) };
}
