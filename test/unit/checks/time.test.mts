import type { GenericValue } from 'n8n-workflow';
import { check } from '../../../nodes/shared/checks/check.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { START, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { findingsIn } from '../support/findings.mts';

const FIELDS: readonly Field[] = [
	{ key: 'ship', label: 'Ship By', kind: 'time', inFuture: true },
	{ key: 'arrive', label: 'Deliver By', kind: 'time', inFuture: true, after: 'ship' },
	{ key: 'ordered', label: 'Ordered At', kind: 'time' },
];

beforeEach(useFakeTime);
afterEach(useRealTime);

describe('a date and time', () => {
	it.each([
		'2030-01-31T17:00:00Z',
		'2030-01-31T17:00:00.123Z',
		'2030-01-31T17:00:00+02:00',
		'2030-01-31T17:00:00-05:30',
	])('may be written as %s', (ordered) => {
		expect(findingsIn({ ordered }, FIELDS)).toEqual([]);
	});

	it.each<[GenericValue, string]>([
		['tomorrow', '"tomorrow"'],
		['31.01.2030', '"31.01.2030"'],
		['2030-13-01T00:00:00Z', '"2030-13-01T00:00:00Z"'],
		['2030-01-31T25:00:00Z', '"2030-01-31T25:00:00Z"'],
		['2030', '"2030"'],
		[1_900_000_000_000, '1900000000000'],
		[true, 'true'],
	])('may not be %j', (ordered, shown) => {
		expect(findingsIn({ ordered }, FIELDS)).toEqual([
			`'Ordered At' is ${shown}, which is not a date and time`,
		]);
	});

	it.each(['2030-01-31', '2030-01-31T17:00:00', '2030-01-31T17:00Z'])(
		'has to be whole, with seconds and a zone, as the API wants it: %s',
		(ordered) => {
			expect(findingsIn({ ordered }, FIELDS)).toEqual([
				`'Ordered At' is "${ordered}", which is not a date and time`,
			]);
		},
	);

	it('may not be a day that no calendar has', () => {
		expect(findingsIn({ ordered: '2030-02-31T00:00:00Z' }, FIELDS)).toEqual([
			'\'Ordered At\' is "2030-02-31T00:00:00Z", which is not a date and time',
		]);
	});

	it('comes with an example of the form', () => {
		expect(factsOf(() => check({ ordered: 'soon' }, FIELDS, 'panel')).fix).toBe(
			'Give a date and time such as 2030-01-31T17:00:00Z.',
		);
	});
});

describe('a time that has to be in the future', () => {
	const now = new Date(START).toISOString();
	const later = new Date(START + 1).toISOString();

	it('may be the next moment', () => {
		expect(findingsIn({ ship: later }, FIELDS)).toEqual([]);
	});

	it('may not be this moment', () => {
		expect(findingsIn({ ship: now }, FIELDS)).toEqual([
			`'Ship By' is ${now}, which is not in the future`,
		]);
	});

	it('is judged with its zone: noon in New York is later than noon in London', () => {
		expect(findingsIn({ ship: '2026-01-15T12:00:00-05:00' }, FIELDS)).toEqual([]);
		expect(findingsIn({ ship: '2026-01-15T12:00:00+01:00' }, FIELDS)).toHaveLength(1);
	});
});

describe('a time that has to be after another one', () => {
	const ship = '2030-01-31T00:00:00Z';

	it.each([
		['2030-01-31T00:00:01Z', 0],
		['2030-01-31T00:00:00Z', 1],
		['2030-01-30T00:00:00Z', 1],
	])('is compared with it: %s', (arrive, findings) => {
		expect(findingsIn({ ship, arrive }, FIELDS)).toHaveLength(findings);
	});

	it('names both in the message', () => {
		const facts = factsOf(() => check({ ship, arrive: '2030-01-30T00:00:00Z' }, FIELDS, 'panel'));
		expect(facts.what).toBe(
			"'Deliver By' is 2030-01-30T00:00:00Z, which is not after the ship-by date 2030-01-31T00:00:00.000Z",
		);
		expect(facts.fix).toBe('Swap the two dates, or give a later delivery date.');
	});

	it('stands alone where the other one is missing', () => {
		expect(findingsIn({ arrive: ship }, FIELDS)).toEqual([]);
	});

	it('is not blamed for the other one being no date', () => {
		expect(findingsIn({ ship: 'soon', arrive: '2030-01-31T00:00:00Z' }, FIELDS)).toEqual([
			'\'Ship By\' is "soon", which is not a date and time',
		]);
	});
});
