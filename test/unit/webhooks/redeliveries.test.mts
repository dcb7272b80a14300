import { claim } from '../../../nodes/shared/webhooks/redeliveries.ts';

let triggers = 0;

/** A trigger that no other test has: what is remembered is remembered for the whole process. */
const newTrigger = () => `w1/trigger-${++triggers}`;

const started = () => false;

/** Numbers below `count`, in an order that looks like chance and is always the same. */
function shuffled(count: number): number[] {
	const step = 7919;
	return Array.from({ length: count }, (_, at) => (at * step) % count);
}

describe('an event that is delivered', () => {
	it('is taken once, and no more', () => {
		const trigger = newTrigger();
		expect(claim(trigger, 'evt-1', started)).toBe(true);
		expect(claim(trigger, 'evt-1', started)).toBe(false);
		expect(claim(trigger, 'evt-1', started)).toBe(false);
	});

	it('does not keep others from being taken, nor those of other triggers', () => {
		const [one, other] = [newTrigger(), newTrigger()];
		expect(claim(one, 'evt-1', started)).toBe(true);
		expect(claim(one, 'evt-2', started)).toBe(true);
		expect(claim(other, 'evt-1', started)).toBe(true);
	});

	it('is taken once each if 1,000 come three times, out of order', () => {
		const trigger = newTrigger();
		const taken = shuffled(3_000)
			.map((at) => `evt-${at % 1_000}`)
			.filter((eventId) => claim(trigger, eventId, started));
		expect(taken).toHaveLength(1_000);
		expect(new Set(taken).size).toBe(1_000);
	});

	it.each(['', 'constructor', '__proto__', 'x'.repeat(1_000_000), '{"a":1}', '\u0000'])(
		'is told from others by an ID of any kind',
		(eventId) => {
			const trigger = newTrigger();
			expect(claim(trigger, eventId, started)).toBe(true);
			expect(claim(trigger, eventId, started)).toBe(false);
			expect(claim(trigger, `${eventId}.`, started)).toBe(true);
		},
	);

	it('can be taken again if n8n failed to start the workflow for it', () => {
		const trigger = newTrigger();
		expect(claim(trigger, 'evt-1', () => true)).toBe(true);
		expect(claim(trigger, 'evt-1', started)).toBe(true);
		expect(claim(trigger, 'evt-1', started)).toBe(false);
	});

	it('is left out as long as it is not known whether that failed, and counts once it is', () => {
		const trigger = newTrigger();
		let failed = false;
		claim(trigger, 'evt-1', () => failed);
		expect(claim(trigger, 'evt-1', started)).toBe(false);
		failed = true;
		expect(claim(trigger, 'evt-1', started)).toBe(true);
	});
});

describe('what is remembered', () => {
	it('is the newest 10,000 events, so that memory does not grow for ever', () => {
		const trigger = newTrigger();
		for (let at = 0; at <= 10_000; at++) claim(trigger, `evt-${at}`, started);
		expect(claim(trigger, 'evt-1', started)).toBe(false);
		expect(claim(trigger, 'evt-0', started)).toBe(true);
	});

	it('is the newest also where an event was taken again', () => {
		const trigger = newTrigger();
		claim(trigger, 'evt-first', () => true);
		claim(trigger, 'evt-second', started);
		claim(trigger, 'evt-first', started);
		for (let at = 0; at < 9_999; at++) claim(trigger, `evt-${at}`, started);
		expect(claim(trigger, 'evt-first', started)).toBe(false);
		expect(claim(trigger, 'evt-second', started)).toBe(true);
	});
});
