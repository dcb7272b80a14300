import { createHash } from 'node:crypto';

/** Events of one trigger that this process remembers. */
const REMEMBERED = 10_000;

/** Those of them that n8n keeps with the workflow, for after a restart. */
export const KEPT = 1_000;

/** Events seen by trigger, newest last. n8n gives each delivery its own copy of what it keeps. */
const seen = new Map<string, Set<string>>();

/** Events given back, by trigger: what another delivery has stored in the meantime still names them. */
const returned = new Map<string, Set<string>>();

/**
 * Takes an event for processing, unless it was taken before. Nothing waits in here, so that of
 * deliveries that come together only one gets it.
 *
 * @param trigger tells one trigger from all others
 * @param kept what `keptOf` gave before the restart
 * @returns how to give it back, if it was not processed after all; undefined if it was taken before
 */
export function claim(
	trigger: string,
	eventId: string,
	kept: readonly string[],
): (() => void) | undefined {
	const events = marksIn(seen, trigger);
	const back = marksIn(returned, trigger);
	// Another process may have added to what is kept.
	for (const mark of kept) if (!events.has(mark) && !back.has(mark)) add(events, mark);
	const mark = markOf(eventId);
	if (events.has(mark)) return undefined;
	add(events, mark);
	back.delete(mark);
	return () => {
		events.delete(mark);
		add(back, mark);
	};
}

/** The newest events of a trigger, short enough to be stored with the workflow. */
export function keptOf(trigger: string): string[] {
	return [...(seen.get(trigger) ?? [])].slice(-KEPT);
}

function marksIn(all: Map<string, Set<string>>, trigger: string): Set<string> {
	const marks = all.get(trigger) ?? new Set<string>();
	all.set(trigger, marks);
	return marks;
}

function add(events: Set<string>, mark: string): void {
	events.add(mark);
	const [oldest] = events;
	if (events.size > REMEMBERED && oldest !== undefined) events.delete(oldest);
}

/** Short, as a thousand of them are stored with each event; 72 bits do not collide by chance. */
function markOf(eventId: string): string {
	return createHash('sha256').update(eventId).digest('base64url').slice(0, 12);
}
