import { check } from '../../../nodes/shared/checks/check.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { findingsIn } from '../support/findings.mts';

const FIELDS: readonly Field[] = [
	{ key: 'ref', label: 'Reference', kind: 'text', required: true, max: 5 },
	{
		key: 'address',
		label: 'Address',
		kind: 'group',
		required: true,
		inline: true,
		fields: [{ key: 'city', label: 'City', kind: 'text', required: true }],
	},
	{
		key: 'billing',
		label: 'Billing',
		kind: 'group',
		fields: [
			{
				key: 'payer',
				label: 'Payer',
				kind: 'group',
				fields: [{ key: 'name', label: 'Name', kind: 'text', required: true }],
			},
		],
	},
	{
		key: 'lines',
		label: 'Line Items',
		kind: 'list',
		required: true,
		min: 1,
		entry: 'line item',
		fields: [{ key: 'qty', label: 'Quantity', kind: 'number', required: true, min: 1 }],
	},
];
const GOOD = { ref: 'R1', address: { city: 'Bonn' }, lines: [{ qty: 1 }] };

describe('a field that has to be there', () => {
	it.each([undefined, null, '', '   ', '\n'])('is missed where it is %j', (ref) => {
		expect(findingsIn({ ...GOOD, ref }, FIELDS)).toEqual(["'Reference' is empty"]);
	});

	it('comes with a fix that a person can follow', () => {
		expect(factsOf(() => check({ ...GOOD, ref: '' }, FIELDS, 'panel')).fix).toBe(
			'Fill it in, or map it from the incoming item.',
		);
	});

	it.each([undefined, null, ''])('is not missed in a group that may be left out: %j', (billing) => {
		expect(findingsIn({ ...GOOD, billing }, FIELDS)).toEqual([]);
	});
});

describe('the name of a field', () => {
	it.each([
		['as the panel shows it', { ...GOOD, ref: '' }, "'Reference'", "'ref' in 'JSON Body'"],
		[
			'without the group, where the panel shows none',
			{ ...GOOD, address: {} },
			"'City'",
			"'address.city' in 'JSON Body'",
		],
		[
			'with the groups around it',
			{ ...GOOD, billing: { payer: {} } },
			"'Name' in 'Payer' in 'Billing'",
			"'billing.payer.name' in 'JSON Body'",
		],
		[
			'with its place in a list, counted from 1 for people and from 0 in JSON',
			{ ...GOOD, lines: [{ qty: 1 }, {}] },
			"'Quantity' of line item 2",
			"'lines[1].qty' in 'JSON Body'",
		],
	])('is given %s', (_how, body, inPanel, inJson) => {
		expect(findingsIn(body, FIELDS, 'panel')).toEqual([`${inPanel} is empty`]);
		expect(findingsIn(body, FIELDS, 'json')).toEqual([`${inJson} is empty`]);
		expect(factsOf(() => check(body, FIELDS, 'json')).field).toBe(inJson.replaceAll("'", ''));
	});
});

describe('a group', () => {
	it.each(['Bonn', 5, ['Bonn']])('that is %j is refused', (address) => {
		expect(findingsIn({ ...GOOD, address }, FIELDS, 'json')).toEqual([
			"'address' in 'JSON Body' must be an object",
		]);
	});
});

describe('a list', () => {
	it.each(['a', 5, { qty: 1 }])('that is %j is refused', (lines) => {
		expect(findingsIn({ ...GOOD, lines }, FIELDS, 'json')).toEqual([
			"'lines' in 'JSON Body' must be a list",
		]);
	});

	it('that holds too few entries is refused', () => {
		const facts = factsOf(() => check({ ...GOOD, lines: [] }, FIELDS, 'panel'));
		expect(facts.what).toBe("'Line Items' holds no line item");
		expect(facts.fix).toBe('Add at least 1 line item.');
	});

	it('that holds something other than objects is refused', () => {
		expect(findingsIn({ ...GOOD, lines: [{ qty: 1 }, 'DABC'] }, FIELDS, 'panel')).toEqual([
			"'Line Items' has a line item 2 that is not an object",
		]);
	});
});

describe('several findings', () => {
	const bad = { ref: 'too long', address: {}, lines: [{ qty: 0 }, { qty: 'x' }] };

	it('come all at once: the first as the message, the others beside it', () => {
		const { what, alsoFound } = factsOf(() => check(bad, FIELDS, 'panel'));
		expect(what).toBe("'Reference' is 8 characters long, but at most 5 are allowed");
		expect(alsoFound).toEqual([
			"'City' is empty",
			"'Quantity' of line item 1 is 0, but must be at least 1",
			'\'Quantity\' of line item 2 is "x", but must be a number',
		]);
	});

	it('are not promised where there is but one', () => {
		expect(factsOf(() => check({ ...GOOD, ref: '' }, FIELDS, 'panel'))).not.toHaveProperty(
			'alsoFound',
		);
	});
});

describe('a body in order', () => {
	it('passes', () => {
		expect(findingsIn(GOOD, FIELDS)).toEqual([]);
	});

	it('may hold fields that the documentation does not know', () => {
		expect(findingsIn({ ...GOOD, newField: { x: 1 } }, FIELDS)).toEqual([]);
	});
});
