import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import HISTORY from '../../fixtures/delivery-solutions/status-history.json';
import { readDisplayTime } from '../../../nodes/shared/providers/delivery-solutions/display-time.ts';

it('reads every time of the documented example', () => {
	const texts = HISTORY.flatMap(({ orderStatus }) => orderStatus.map(({ updatedAt }) => updatedAt));
	expect(texts.map(readDisplayTime)).toEqual([
		'2022-04-27T07:45:45.000Z',
		'2022-04-27T07:45:46.000Z',
		'2022-04-27T07:45:47.000Z',
		'2022-10-26T20:46:07.000Z',
	]);
});

it.each([
	['January 1st 2022, 12:00:00 am UTC', '2022-01-01T00:00:00.000Z'],
	['January 1st 2022, 12:00:00 pm UTC', '2022-01-01T12:00:00.000Z'],
	['January 1st 2022, 12:59:59 am GMT', '2022-01-01T00:59:59.000Z'],
	['January 1st 2022, 1:00:00 pm UTC', '2022-01-01T13:00:00.000Z'],
	['January 1st 2022, 11:59:59 pm UTC', '2022-01-01T23:59:59.000Z'],
	['December 31st 2022, 11:59:59 pm PST', '2023-01-01T07:59:59.000Z'],
	['March 2nd 2022, 01:05:09 am EST', '2022-03-02T06:05:09.000Z'],
	['July 3rd 2022, 8:00:00 pm EDT', '2022-07-04T00:00:00.000Z'],
	['February 29th 2024, 8:00:00 am MST', '2024-02-29T15:00:00.000Z'],
	['june 4th 2022, 8:00:00 AM mdt', '2022-06-04T14:00:00.000Z'],
	['  May 11th 2022, 8:00:00 am CST ', '2022-05-11T14:00:00.000Z'],
	['May 11th 2022, 8:00:00 am PDT', '2022-05-11T15:00:00.000Z'],
	['May 11th 2022, 8:00:00 am AST', '2022-05-11T12:00:00.000Z'],
	['May 11th 2022, 8:00:00 am ADT', '2022-05-11T11:00:00.000Z'],
])('%s is %s', (text, instant) => {
	expect(readDisplayTime(text)).toBe(instant);
});

it.each([
	['2022-04-27T07:45:45Z', '2022-04-27T07:45:45.000Z'],
	['2022-04-27T07:45:45.123Z', '2022-04-27T07:45:45.123Z'],
	['2022-04-27T02:45:45-05:00', '2022-04-27T07:45:45.000Z'],
	['2022-04-27T02:45:45-0500', '2022-04-27T07:45:45.000Z'],
	['2022-04-27T07:45Z', '2022-04-27T07:45:00.000Z'],
])('ISO 8601 with a zone is read too: %s', (text, instant) => {
	expect(readDisplayTime(text)).toBe(instant);
});

it.each([
	'',
	'soon',
	'April 27th 2022',
	'April 27th 2022, 2:45:45 am',
	'April 27th 2022, 2:45:45 CDT',
	'April 27th 2022, 14:45:45 CDT',
	'April 27th 2022, 2:45:45 am XYZ',
	'April 27th 2022, 2:45:45 am constructor',
	'Aprile 27th 2022, 2:45:45 am CDT',
	'toString 27th 2022, 2:45:45 am CDT',
	'27 April 2022, 2:45:45 am CDT',
	'2022-04-27T07:45:45',
	'2022-04-27',
	'04/27/2022, 2:45:45 am CDT',
	'1651045545000',
	'April 27th 2022, 2:45:45 am CDT (estimated)',
])('is not guessed at: %j', (text) => {
	expect(readDisplayTime(text)).toBeUndefined();
});

it.each(['IST', 'BST', 'SST'])('a zone that means several is not guessed at: %s', (zone) => {
	expect(readDisplayTime(`April 27th 2022, 2:45:45 am ${zone}`)).toBeUndefined();
});

it.each([
	'April 27th 2022, 13:45:45 pm CDT',
	'April 27th 2022, 2:60:45 am CDT',
	'April 27th 2022, 2:45:60 am CDT',
	'April 31st 2022, 2:45:45 am CDT',
	'February 29th 2022, 2:45:45 am CDT',
	'April 0th 2022, 2:45:45 am CDT',
	'April 99th 2022, 2:45:45 am CDT',
	'2022-02-31T00:00:00Z',
	'2022-13-01T00:00:00Z',
	'2022-01-01T25:00:00Z',
])('what no clock or calendar shows is not moved to a time that one does: %s', (text) => {
	expect(readDisplayTime(text)).toBeUndefined();
});

it('any text gives a time or nothing, and no exception', () => {
	const parts = fc.tuple(
		fc.constantFrom('April', 'february', '__proto__', ''),
		fc.integer({ min: 0, max: 99 }),
		fc.constantFrom('th', 'st', ''),
		fc.integer({ min: 0, max: 9999 }),
		fc.integer({ min: 0, max: 99 }),
		fc.constantFrom('am', 'PM', ''),
		fc.constantFrom('CDT', 'utc', '__proto__', ''),
	);
	const near = parts.map(
		([month, day, th, year, hour, half, zone]) =>
			`${month} ${day}${th} ${year}, ${hour}:00:00 ${half} ${zone}`,
	);
	fc.assert(
		fc.property(fc.oneof(fc.string(), near), (text) => {
			const instant = readDisplayTime(text);
			if (instant !== undefined) expect(new Date(instant).toISOString()).toBe(instant);
		}),
		{ seed: 7, numRuns: extent(1000) },
	);
});
