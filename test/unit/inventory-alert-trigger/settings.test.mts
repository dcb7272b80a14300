import type { GenericValue, IDataObject, IPollFunctions } from 'n8n-workflow';
import { settingsOf } from '../../../nodes/InventoryAlertTrigger/settings.ts';
import { factsOf } from '../support/failing.mts';
import { partialFake } from '../support/partial-fake.mts';

/** The panel as n8n hands it over: what is hidden is not there. */
const PANEL = {
	alerts: ['low'],
	measure: 'available',
	thresholdMode: 'one',
	threshold: 10,
	margin: 0,
	firstPoll: 'emit',
	options: {},
};

const read = (parameters: IDataObject) => {
	const getNodeParameter = (name: string, otherwise?: unknown) => {
		const known: object = { [name]: otherwise, ...parameters };
		return Reflect.get(known, name);
	};
	return settingsOf(partialFake<IPollFunctions>({ getNodeParameter }));
};
const settings = (changes: IDataObject = {}) => read({ ...PANEL, ...changes });
const refusal = (changes: IDataObject) => factsOf(() => settings(changes));

test('what the panel has by default', () => {
	expect(settings()).toEqual({
		kinds: ['low'],
		query: { thresholds: { forAll: 10 }, measure: 'available', poolName: '' },
		margin: 0,
		expiryDays: 0,
		emitsAtFirst: true,
	});
});

test('lots alone need neither thresholds nor a quantity nor a margin', () => {
	const panel = { alerts: ['lotExpiring'], expiryDays: 45, firstPoll: 'remember', options: {} };
	expect(read(panel)).toMatchObject({
		query: { thresholds: { forAll: 0 }, measure: 'available' },
		margin: 0,
		expiryDays: 45,
		emitsAtFirst: false,
	});
});

test('stock that runs out alone needs no thresholds', () => {
	const panel = { alerts: ['outOfStock'], measure: 'onHand', margin: 2, firstPoll: 'emit' };
	expect(read(panel)).toMatchObject({
		query: { thresholds: { forAll: 0 }, measure: 'onHand', poolName: '' },
		margin: 2,
	});
});

test.each<[string, GenericValue]>([
	['chosen', ['low', 'restocked']],
	['given by an expression as text', 'low, restocked'],
])('kinds that are %s', (_how, alerts) => {
	expect(settings({ alerts }).kinds).toEqual(['low', 'restocked']);
});

test('the pool of Options', () => {
	expect(settings({ options: { poolName: 'STORAGE' } }).query.poolName).toBe('STORAGE');
});

test('numbers that an expression gives as text', () => {
	const alerts = ['low', 'lotExpiring'];
	expect(settings({ alerts, margin: '3', expiryDays: ' 7 ', threshold: '5' })).toMatchObject({
		margin: 3,
		expiryDays: 7,
		query: { thresholds: { forAll: 5 } },
	});
});

test.each<[IDataObject, string, string]>([
	[{ alerts: [] }, "'Alert When' is empty", 'Alert When'],
	[{ alerts: '' }, "'Alert When' is empty", 'Alert When'],
	[
		{ alerts: ['low', 'lost'] },
		'\'Alert When\' is "lost", which is not one of lotExpiring',
		'Alert When',
	],
	[{ measure: 'sold' }, '\'Quantity to Compare\' is "sold"', 'Quantity to Compare'],
	[{ thresholdMode: 'two' }, '\'Set Threshold\' is "two"', 'Set Threshold'],
	[{ threshold: -1 }, "'Threshold' is -1, but must be a number of at least 0", 'Threshold'],
	[{ margin: -1 }, "'Margin' is -1, but must be a number of at least 0", 'Margin'],
	[{ margin: 'some' }, '\'Margin\' is "some", but must be a number', 'Margin'],
	[{ margin: null }, "'Margin' is null, but must be a number", 'Margin'],
	[{ expiryDays: -1 }, "'Days Before Expiry' is -1, but must be a number", 'Days Before Expiry'],
	[{ firstPoll: 'forget' }, '\'At the First Poll\' is "forget"', 'At the First Poll'],
	[{ options: { poolName: 'POND' } }, '\'Pool\' is "POND", which is not one of DEFAULT', 'Pool'],
])('%j is refused by name', (changes, what, field) => {
	const facts = refusal(changes);
	expect(facts).toMatchObject({ kind: 'input', field });
	expect(facts.what.slice(0, what.length)).toBe(what);
	expect(facts.fix).toMatch(/^[A-Z].*\.$/);
});
