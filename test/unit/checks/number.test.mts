import type { GenericValue } from 'n8n-workflow';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { findingsIn } from '../support/findings.mts';
import { check } from '../../../nodes/shared/checks/check.ts';

const number = (rules: { min?: number; whole?: boolean } = {}): Field[] => [
	{ key: 'count', label: 'Count', kind: 'number', ...rules },
];
const flag: Field[] = [{ key: 'gift', label: 'Gift', kind: 'flag' }];

describe('a number', () => {
	it.each<[GenericValue, string[]]>([
		[0, []],
		[-2.5, []],
		['5', ['\'Count\' is "5", but must be a number']],
		[true, ["'Count' is true, but must be a number"]],
		[{ a: 1 }, ['\'Count\' is {"a":1}, but must be a number']],
		[Number.NaN, ["'Count' is no number, but must be a number"]],
		[Number.POSITIVE_INFINITY, ["'Count' is no number, but must be a number"]],
	])('may be any finite one where nothing limits it: %j', (count, findings) => {
		expect(findingsIn({ count }, number())).toEqual(findings);
	});

	it.each<[number, string[]]>([
		[0.01, []],
		[5, []],
		[0, ["'Count' is 0, but must be at least 0.01"]],
		[-1, ["'Count' is -1, but must be at least 0.01"]],
	])('is checked against the least that is allowed: %j', (count, findings) => {
		expect(findingsIn({ count }, number({ min: 0.01 }))).toEqual(findings);
	});

	it.each<[number, string[]]>([
		[1, []],
		[1.5, ["'Count' is 1.5, but must be a whole number"]],
		[0, ["'Count' is 0, but must be at least 1"]],
	])('may have to be whole: %j', (count, findings) => {
		expect(findingsIn({ count }, number({ min: 1, whole: true }))).toEqual(findings);
	});

	it.each<[{ min?: number; whole?: boolean }, string]>([
		[{}, 'Give a number.'],
		[{ min: 0.01 }, 'Give a number of at least 0.01.'],
		[{ min: 1, whole: true }, 'Give a whole number of at least 1.'],
	])('comes with a fix that tells all that is asked of it: %j', (rules, fix) => {
		expect(factsOf(() => check({ count: 'x' }, number(rules), 'panel')).fix).toBe(fix);
	});
});

describe('a yes or no', () => {
	it.each([true, false])('may be %j', (gift) => {
		expect(findingsIn({ gift }, flag)).toEqual([]);
	});

	it.each<[GenericValue, string]>([
		['true', '"true"'],
		[1, '1'],
	])('may not be %j', (gift, shown) => {
		expect(findingsIn({ gift }, flag)).toEqual([`'Gift' is ${shown}, but must be true or false`]);
	});
});
