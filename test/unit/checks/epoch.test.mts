import type { GenericValue } from 'n8n-workflow';
import { check } from '../../../nodes/shared/checks/check.ts';
import { coerce } from '../../../nodes/shared/checks/coerce.ts';
import type { Field, Naming } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { findingsIn } from '../support/findings.mts';

const FIELDS: readonly Field[] = [
	{ key: 'from', label: 'Pickup Starts', kind: 'epoch' },
	{
		key: 'to',
		label: 'Pickup Ends',
		kind: 'epoch',
		notBefore: { key: 'from', label: 'Pickup Starts' },
	},
];
const WINDOW: readonly Field[] = [
	{ key: 'pickupTime', label: 'Pickup', kind: 'group', inline: true, fields: FIELDS },
];
const AT = 1_679_592_688_115;

const millis = (value: GenericValue, timezone = 'America/New_York') =>
	coerce({ from: value }, FIELDS, timezone).from;

describe('a point in time of the panel becomes Unix time in milliseconds', () => {
	it.each([
		['2030-01-31T17:00:00Z', 'Asia/Tokyo', '2030-01-31T17:00:00Z'],
		['2030-01-31T17:00:00+02:00', 'Asia/Tokyo', '2030-01-31T15:00:00Z'],
		['2030-01-31T17:00:00.250-05:30', 'Asia/Tokyo', '2030-01-31T22:30:00.250Z'],
	])('with its own zone: %s', (value, timezone, instant) => {
		expect(millis(value, timezone)).toBe(Date.parse(instant));
	});

	it.each([
		['2030-01-31T17:00:00', 'America/New_York', '2030-01-31T22:00:00Z'],
		['2030-07-31T17:00:00', 'America/New_York', '2030-07-31T21:00:00Z'],
		['2030-01-31 17:00:00', 'Asia/Tokyo', '2030-01-31T08:00:00Z'],
		['2030-01-31', 'Europe/Berlin', '2030-01-30T23:00:00Z'],
	])('in the zone of the workflow where it has none: %s in %s', (value, timezone, instant) => {
		expect(millis(value, timezone)).toBe(Date.parse(instant));
	});

	it('from a date of JavaScript', () => {
		expect(millis(new Date(AT))).toBe(AT);
	});

	it.each([AT, String(AT)])('from Unix time in milliseconds, which it is already: %j', (value) => {
		expect(millis(value)).toBe(AT);
	});

	it('inside a group', () => {
		const body = { pickupTime: { from: '2030-01-31T17:00:00Z' } };
		expect(coerce(body, WINDOW, 'UTC')).toEqual({
			pickupTime: { from: Date.parse('2030-01-31T17:00:00Z') },
		});
	});

	it.each<[GenericValue]>([
		['soon'],
		['week 5'],
		['12:00'],
		['2030-02-31'],
		['2030-13-01T00:00:00Z'],
		[true],
		[[AT]],
	])('unless it is none: then it stays as it is, for the check to name: %j', (value) => {
		expect(millis(value)).toEqual(value);
	});
});

describe('what is no point in time is refused', () => {
	it.each<[GenericValue, string]>([
		['soon', '"soon"'],
		['2030-02-31', '"2030-02-31"'],
		[true, 'true'],
		[1.5, '1.5'],
		[AT + 0.5, String(AT + 0.5)],
		[{ at: 1 }, '{"at":1}'],
		[[AT], `[${AT}]`],
	])('%j', (from, shown) => {
		expect(findingsIn({ from }, FIELDS)).toEqual([
			`'Pickup Starts' is ${shown}, which is not a date and time`,
		]);
	});

	it('also where JSON has a date as text, which the API does not take', () => {
		const facts = factsOf(() => check({ from: '2030-01-31T17:00:00Z' }, FIELDS, 'json'));
		expect(facts).toMatchObject({
			what: "'from' in 'JSON Body' is \"2030-01-31T17:00:00Z\", which is not a date and time",
			field: 'from in JSON Body',
		});
		expect(facts.fix).toContain('in JSON Unix time in milliseconds');
	});

	it.each([1_679_592_688, 0, -1, -AT, 99_999_999_999])(
		'%d, which is seconds or nonsense, but not milliseconds',
		(from) => {
			const facts = factsOf(() => check({ from }, FIELDS, 'panel'));
			expect(facts.what).toBe(`'Pickup Starts' is ${from}, which is not Unix time in milliseconds`);
			expect(facts.fix).toBe('Multiply seconds by 1000.');
		},
	);
});

describe('the end of a window', () => {
	it.each([AT, AT + 1])('may be %d where the start is that or earlier', (to) => {
		expect(findingsIn({ from: AT, to }, FIELDS)).toEqual([]);
	});

	it.each<[Naming, string]>([
		['panel', "'Pickup Ends'"],
		['json', "'to' in 'JSON Body'"],
	])('may not come before the start (%s)', (naming, name) => {
		const facts = factsOf(() => check({ from: AT, to: AT - 1 }, FIELDS, naming));
		expect(facts.what).toMatch(/ is before /);
		expect(facts.what.startsWith(name)).toBe(true);
		expect(facts.fix).toBe('Swap the two, or give a later end.');
	});

	it('that comes before the start is found inside a group too', () => {
		expect(findingsIn({ pickupTime: { from: AT, to: AT - 1 } }, WINDOW)).toEqual([
			"'Pickup Ends' is before 'Pickup Starts'",
		]);
	});

	it.each([{ to: AT }, { from: AT }, { from: AT, to: null }, { from: null, to: AT }, {}])(
		'may stand alone, or be left out: %j',
		(body) => {
			expect(findingsIn(body, FIELDS)).toEqual([]);
		},
	);

	it('is not blamed for a start that is none', () => {
		expect(findingsIn({ from: 'soon', to: AT }, FIELDS)).toEqual([
			'\'Pickup Starts\' is "soon", which is not a date and time',
		]);
	});
});

it('a window whose end comes first is told in the words of the JSON where that was given', () => {
	const { what } = factsOf(() => check({ from: AT, to: AT - 1 }, FIELDS, 'json'));
	expect(what).not.toContain('Pickup Starts');
});
