import { readRetryAfter } from '../../../nodes/shared/transport/retry-after.ts';

const NOW = Date.parse('2026-01-15T12:00:00.000Z');

it.each([
	['whole seconds', '5', 5000],
	['a fraction of a second', '0.25', 250],
	['a fraction below a millisecond, rounded up', '0.0001', 1],
	['nothing to wait', '0', 0],
	['spaces around the number', ' 7 ', 7000],
	['an hour', '3600', 3_600_000],
	['an HTTP date', 'Thu, 15 Jan 2026 12:00:30 GMT', 30_000],
	['a date of the obsolete form', 'Thursday, 15-Jan-26 12:00:30 GMT', 30_000],
	['an ISO date', '2026-01-15T12:00:30Z', 30_000],
	['a date that has passed', 'Thu, 15 Jan 2026 11:59:00 GMT', 0],
])('reads %s', (_, header, milliseconds) => {
	expect(readRetryAfter({ 'retry-after': header }, NOW)).toBe(milliseconds);
});

it.each([
	['words', 'soon'],
	['a number with a unit', '5s'],
	['a negative number', '-5'],
	['a number with a sign', '+5'],
	['words with a number in them', 'later 5'],
	['a number in scientific form', '1e3'],
	['a number with two points', '2.5.3'],
	['a date that does not exist', 'Thu, 45 Foo 2026 12:00:30 GMT'],
	['nothing', ''],
	['only spaces', '  '],
])('takes %s as no answer', (_, header) => {
	expect(readRetryAfter({ 'retry-after': header }, NOW)).toBeUndefined();
});

it('gives nothing where the header is missing', () => {
	expect(readRetryAfter({ date: 'Thu, 15 Jan 2026 12:00:00 GMT' }, NOW)).toBeUndefined();
});

describe('a date, when the clock of this machine is off', () => {
	const retryAfter = 'Thu, 15 Jan 2026 12:00:30 GMT';

	it.each([
		['ten minutes behind', '2026-01-15T11:50:00Z'],
		['ten minutes ahead', '2026-01-15T12:10:00Z'],
	])('is measured against the Date of the answer: %s', (_, ours) => {
		const headers = { 'retry-after': retryAfter, date: 'Thu, 15 Jan 2026 12:00:10 GMT' };
		expect(readRetryAfter(headers, Date.parse(ours))).toBe(20_000);
	});

	it('is measured against our clock where the answer has no Date that can be read', () => {
		expect(readRetryAfter({ 'retry-after': retryAfter, date: 'today' }, NOW)).toBe(30_000);
	});
});

it('measures seconds from the arrival of the answer, whatever its Date says', () => {
	const headers = { 'retry-after': '5', date: 'Thu, 15 Jan 2026 11:00:00 GMT' };
	expect(readRetryAfter(headers, NOW)).toBe(5000);
});
