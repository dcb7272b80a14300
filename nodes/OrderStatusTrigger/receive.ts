import { createHash } from 'node:crypto';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { text } from '../shared/read';
import type { OrderEvent } from '../shared/vocabulary/order-event';
import { blankHeaders } from '../shared/webhooks/blank-headers';
import { deliveryOf, type Delivery } from '../shared/webhooks/delivery';
import { payloadOf } from '../shared/webhooks/payload';
import { claim, type HasFailed } from '../shared/webhooks/redeliveries';
import { isAuthentic } from './authenticity';
import { fullOrderOf } from './full-order';
import { settingsOf, type Settings } from './settings';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** A delivery that is fine and starts nothing. */
const NOTHING_TO_DO: IWebhookResponseData = { webhookResponse: { message: 'Received' } };

/**
 * Takes a delivery: is it authentic, is it well-formed, is it wanted, is it new. Whoever fails at the
 * first step learns nothing but that.
 */
export async function receive(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const delivery = deliveryOf(ctx);
	const settings = await trusted(ctx, delivery);
	if (!settings) return refuse(ctx, 401, 'Unauthorized');
	const payload = payloadOf(delivery.body);
	if (!payload || !delivery.body) return refuse(ctx, 400, 'Bad Request');
	const digest = createHash('sha256').update(delivery.body).digest('hex').slice(0, 32);
	const event = settings.system.readEvent(payload, digest);
	if (!isWanted(event, settings) || !isNew(ctx, event, settings)) return NOTHING_TO_DO;
	const response = ctx.getResponseObject();
	const answer = () => void response.status(200).json({ message: 'Received' });
	const json: IDataObject = {
		...event,
		payload,
		...(settings.includeHeaders ? { headers: headersOf(ctx, delivery) } : {}),
		...(settings.includeOrder ? await fullOrderOf(ctx, settings, event, answer) : {}),
	};
	return {
		workflowData: [[{ json }]],
		...(response.headersSent ? { noWebhookResponse: true } : {}),
	};
}

/** The settings, if the delivery is authentic. What goes wrong on the way to know it refuses it. */
async function trusted(ctx: IWebhookFunctions, delivery: Delivery): Promise<Settings | undefined> {
	try {
		const settings = settingsOf(ctx);
		return (await isAuthentic(ctx, settings, delivery)) ? settings : undefined;
	} catch (failure) {
		const why = failure instanceof Error ? failure.message : String(failure);
		ctx.logger.error(`A webhook delivery was refused because it could not be checked: ${why}`);
		return undefined;
	}
}

function refuse(ctx: IWebhookFunctions, status: number, words: string): IWebhookResponseData {
	ctx.getResponseObject().status(status).send(words);
	return { noWebhookResponse: true };
}

/** An event that tells no type cannot be told to be unwanted. */
function isWanted({ eventType, status }: OrderEvent, settings: Settings): boolean {
	const { wantsAll, types, statuses } = settings;
	const isType = wantsAll || eventType === 'unknown' || types.includes(eventType);
	return isType && (statuses.length === 0 || statuses.includes(status));
}

/**
 * Claims an event, so that the same one is left out when it comes again, unless n8n failed to start
 * the workflow for it. A test from the editor is never left out.
 */
function isNew(ctx: IWebhookFunctions, { eventId }: OrderEvent, settings: Settings): boolean {
	if (!settings.dropRedeliveries || ctx.getMode() === 'manual') return true;
	const trigger = `${ctx.getWorkflow().id ?? ''}/${ctx.getNode().id}`;
	return claim(trigger, eventId, failureOf(ctx.getResponseObject()));
}

/** Whether n8n answers that it could not start the workflow. The answer is let go of once it is out. */
function failureOf(response: Response): HasFailed {
	let current: Response | undefined = response;
	let failed = false;
	// If the sender has hung up, nothing is ever finished, but n8n still sets the status.
	const look = () => (current ? current.statusCode >= 500 : failed);
	response.once('finish', () => {
		failed = look();
		current = undefined;
	});
	return look;
}

function headersOf(ctx: IWebhookFunctions, { headers }: Delivery): Record<string, string> {
	const named = [
		ctx.getNodeParameter('headerName', ''),
		ctx.getNodeParameter('signatureHeader', ''),
	];
	return blankHeaders(
		headers,
		named.flatMap((name) => text(name) ?? []),
	);
}
