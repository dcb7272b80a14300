import { CURRENCY_CODES } from '../../../nodes/shared/checks/currencies.ts';

/** Codes that are less known, and still of the list (ISO 4217, list one). */
it.each([
	['money of which there are notes', ['CHF', 'CVE', 'MRU', 'STN', 'VED', 'VES', 'SLE', 'ZWG']],
	['money of several countries', ['XAF', 'XCD', 'XOF', 'XPF', 'XCG']],
	['funds and units of account', ['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW']],
])('a currency is known: %s', (_what, codes) => {
	expect(codes.filter((code) => !CURRENCY_CODES.has(code))).toEqual([]);
});

it.each(['', 'usd', 'US', 'USDT', 'DEM', 'HRK', 'XXX', 'ABC', '$'])(
	'%j is no currency of today',
	(code) => {
		expect(CURRENCY_CODES.has(code)).toBe(false);
	},
);
