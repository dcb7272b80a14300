import { claim, KEPT, keptOf } from '../../../nodes/shared/webhooks/redeliveries.ts';

let triggers = 0;

/** A trigger that no other test has: what is remembered is remembered for the whole process. */
const newTrigger = () => `w1/trigger-${++triggers}`;

/** Numbers below `count`, in an order that looks like chance and is always the same. */
function shuffled(count: number): number[] {
	const step = 7919;
	return Array.from({ length: count }, (_, at) => (at * step) % count);
}

describe('an event that is delivered', () => {
	it('is taken once, and no more', () => {
		const trigger = newTrigger();
		expect(claim(trigger, 'evt-1', [])).toBeInstanceOf(Function);
		expect(claim(trigger, 'evt-1', [])).toBeUndefined();
		expect(claim(trigger, 'evt-1', [])).toBeUndefined();
	});

	it('does not keep others from being taken, nor those of other triggers', () => {
		const [one, other] = [newTrigger(), newTrigger()];
		expect(claim(one, 'evt-1', [])).toBeDefined();
		expect(claim(one, 'evt-2', [])).toBeDefined();
		expect(claim(other, 'evt-1', [])).toBeDefined();
	});

	it('is taken once each if 1,000 come three times, out of order', () => {
		const trigger = newTrigger();
		const taken = shuffled(3_000)
			.map((at) => `evt-${at % 1_000}`)
			.filter((eventId) => claim(trigger, eventId, keptOf(trigger)));
		expect(taken).toHaveLength(1_000);
		expect(new Set(taken).size).toBe(1_000);
	});

	it.each(['', 'constructor', '__proto__', 'x'.repeat(1_000_000), '{"a":1}', '\u0000'])(
		'is told from others by an ID of any kind',
		(eventId) => {
			const trigger = newTrigger();
			expect(claim(trigger, eventId, [])).toBeDefined();
			expect(claim(trigger, eventId, [])).toBeUndefined();
			expect(claim(trigger, `${eventId}.`, [])).toBeDefined();
		},
	);

	it('can be taken again once it was given back', () => {
		const trigger = newTrigger();
		claim(trigger, 'evt-1', [])?.();
		expect(keptOf(trigger)).toEqual([]);
		expect(claim(trigger, 'evt-1', [])).toBeDefined();
		expect(claim(trigger, 'evt-1', [])).toBeUndefined();
	});

	it('can be taken again once it was given back, although another delivery had stored it with its own', () => {
		const trigger = newTrigger();
		const giveBack = claim(trigger, 'evt-1', []);
		claim(trigger, 'evt-2', []);
		const stored = keptOf(trigger);
		giveBack?.();
		expect(claim(trigger, 'evt-2', stored)).toBeUndefined();
		expect(claim(trigger, 'evt-1', stored)).toBeDefined();
		expect(claim(trigger, 'evt-1', stored)).toBeUndefined();
	});
});

describe('after a restart', () => {
	/** What n8n stored of a trigger, and the same trigger in a process that knows nothing of it. */
	function restarted(count: number) {
		const before = newTrigger();
		for (let at = 0; at < count; at++) claim(before, `evt-${at}`, []);
		const kept: string[] = JSON.parse(JSON.stringify(keptOf(before)));
		return { trigger: newTrigger(), kept };
	}

	it('an event that was taken before is left out', () => {
		const { trigger, kept } = restarted(3);
		expect(claim(trigger, 'evt-1', kept)).toBeUndefined();
		expect(claim(trigger, 'evt-3', kept)).toBeDefined();
	});

	it('the newest 1,000 are known', () => {
		const { trigger, kept } = restarted(1_500);
		expect(KEPT).toBe(1_000);
		expect(kept).toHaveLength(KEPT);
		expect(claim(trigger, 'evt-1499', kept)).toBeUndefined();
		expect(claim(trigger, 'evt-500', kept)).toBeUndefined();
		expect(claim(trigger, 'evt-499', kept)).toBeDefined();
	});

	it('what was known before and what is new is kept together', () => {
		const { trigger, kept } = restarted(2);
		claim(trigger, 'evt-new', kept);
		expect(keptOf(trigger)).toHaveLength(3);
		expect(keptOf(trigger).slice(0, 2)).toEqual(kept);
	});

	it('what is stored is short, and does not tell the events', () => {
		const { kept } = restarted(KEPT);
		expect(JSON.stringify(kept).length).toBeLessThan(20_000);
		expect(kept.join()).not.toContain('evt-');
	});

	it('what another process has added counts too', () => {
		const [here, there] = [newTrigger(), newTrigger()];
		claim(here, 'evt-1', []);
		claim(there, 'evt-2', []);
		expect(claim(here, 'evt-2', keptOf(there))).toBeUndefined();
	});

	it('what was stored by somebody else does no harm', () => {
		const trigger = newTrigger();
		expect(claim(trigger, 'evt-1', ['', 'not a mark', 'x'.repeat(10_000)])).toBeDefined();
	});
});

describe('what is remembered', () => {
	it('is the newest 10,000 events, so that memory does not grow for ever', () => {
		const trigger = newTrigger();
		for (let at = 0; at <= 10_000; at++) claim(trigger, `evt-${at}`, []);
		expect(claim(trigger, 'evt-1', [])).toBeUndefined();
		expect(claim(trigger, 'evt-0', [])).toBeDefined();
	});

	it('of a trigger that nobody has heard of is nothing', () => {
		expect(keptOf(newTrigger())).toEqual([]);
	});
});
