import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { Failure } from '../shared/failure';
import { pause } from '../shared/pause';
import { runtimeWithoutItems } from '../shared/runner/runtime-without-items';
import type { OrderEvent } from '../shared/vocabulary/order-event';
import type { Settings } from './settings';

/** Digital River counts an answer after three seconds as none. */
const ANSWER_WITHIN_MS = 2_000;

export interface FullOrder {
	/** Null for an event that is about no order, and where `orderError` says why it was not read. */
	order: IDataObject | null;
	orderError: string | null;
}

/**
 * Reads the order of an event. Never throws: the event is worth more than the order.
 * @param answer called if the sender has to be answered before the order is there
 */
export async function fullOrderOf(
	ctx: IWebhookFunctions,
	settings: Settings,
	event: OrderEvent,
	answer: () => void,
): Promise<FullOrder> {
	const timer = new AbortController();
	const late = pause(ANSWER_WITHIN_MS, timer.signal).then(answer, () => undefined);
	const found = await readOrder(ctx, settings, event);
	timer.abort();
	await late;
	return found;
}

async function readOrder(
	ctx: IWebhookFunctions,
	{ system, simplify }: Settings,
	event: OrderEvent,
): Promise<FullOrder> {
	try {
		const found = await system.readOrder(runtimeWithoutItems(ctx), event);
		const order = simplify ? found?.simplified : found?.order;
		return { order: order ?? null, orderError: null };
	} catch (failure) {
		return { order: null, orderError: reasonOf(failure) };
	}
}

function reasonOf(failure: unknown): string {
	if (failure instanceof Failure) return `${failure.facts.what}. ${failure.facts.fix}`;
	return failure instanceof Error ? failure.message : String(failure);
}
