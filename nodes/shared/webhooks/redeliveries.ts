import { createHash } from 'node:crypto';

/** Events of one trigger that this process remembers. */
const REMEMBERED = 10_000;

/** Whether n8n has failed to start the workflow for a delivery, as far as is known by now. */
export type HasFailed = () => boolean;

/**
 * Events by trigger, the newest last. They are not stored with the workflow: n8n writes the whole of
 * what it stores for each delivery, without a lock, and so could bring back a registration that an
 * activation has replaced meanwhile.
 */
const taken = new Map<string, Map<string, HasFailed>>();

/**
 * Takes an event for processing, unless it was taken before. Nothing waits in here, so that of
 * deliveries that come together only one gets it. One that has failed counts as not taken.
 *
 * @param trigger tells one trigger from all others
 */
export function claim(trigger: string, eventId: string, hasFailed: HasFailed): boolean {
	const events = taken.get(trigger) ?? new Map<string, HasFailed>();
	taken.set(trigger, events);
	const mark = markOf(eventId);
	if (events.get(mark)?.() === false) return false;
	// Behind all others, also if it was there.
	events.delete(mark);
	events.set(mark, hasFailed);
	const [oldest] = events.keys();
	if (events.size > REMEMBERED && oldest !== undefined) events.delete(oldest);
	return true;
}

/** Of one length, however long an ID is that somebody sends. */
function markOf(eventId: string): string {
	return createHash('sha256').update(eventId).digest('base64url');
}
