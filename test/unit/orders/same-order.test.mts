import type { Json } from '../../../nodes/shared/read.ts';
import { quantitiesOf, sameOrder, squeeze } from '../../../nodes/shared/providers/same-order.ts';

const differenceOf = sameOrder({ address: 'to', sku: 'thing', postalCode: 'plz' });

const HOME = { name: 'Zoë Müller', plz: '94105', countryCode: 'US' };
const order = (to: Json = {}, lineItems: Json[] = [{ thing: 'MUG', quantity: 2 }]): Json => ({
	to: { ...HOME, ...to },
	lineItems,
});

describe('an order under keys of its own is the same', () => {
	it.each<[string, Json, Json]>([
		['in composed and decomposed letters', order({ name: 'Zoë Müller'.normalize('NFD') }), order()],
		['whichever of them is decomposed', order(), order({ name: 'Zoë Müller'.normalize('NFD') })],
		['with punctuation in the name', order({ name: 'Zoë  Müller.' }), order()],
		['with a postal code that is a number', order({ plz: 94105 }), order()],
		['with a longer postal code', order({ plz: '94105-1234' }), order()],
		[
			'with products and quantities as numbers or as texts',
			order({}, [{ thing: 1001, quantity: '2' }]),
			order({}, [{ thing: '1001', quantity: 2 }]),
		],
		[
			'in several lines of one product',
			order({}, [
				{ thing: 'MUG', quantity: 1 },
				{ thing: 'MUG', quantity: 1 },
			]),
			order(),
		],
	])('%s', (_how, existing, wanted) => {
		expect(differenceOf(existing, wanted)).toBeUndefined();
	});
});

describe('an order under keys of its own differs', () => {
	it.each<[string, Json, string]>([
		[
			'in letters that only look alike',
			order({ name: 'Zoe Müller' }),
			"its recipient's name differs",
		],
		['in the postal code', order({ plz: '94106' }), 'its postal code differs'],
		['in the country', order({ countryCode: 'CA' }), 'its country differs'],
		['in a quantity', order({}, [{ thing: 'MUG', quantity: 3 }]), 'its line items differ'],
		['in a product', order({}, [{ thing: 'mug', quantity: 2 }]), 'its line items differ'],
		['where it has no lines at all', { to: HOME }, 'its line items differ'],
		['where it has no address', { lineItems: order().lineItems }, 'its country differs'],
	])('%s', (_how, existing, difference) => {
		expect(differenceOf(existing, order())).toBe(difference);
	});
});

describe('what is left of a text', () => {
	it.each([
		[' 94105-1234 ', '941051234'],
		['k1a 0b1', 'K1A0B1'],
		['Zoë'.normalize('NFD'), 'ZOË'],
		['東京都', '東京都'],
		[94105, '94105'],
		[null, ''],
		[{ a: 1 }, ''],
	])('%j is %j', (value, left) => {
		expect(squeeze(value)).toBe(left);
	});
});

describe('the quantities of lines', () => {
	it('do not depend on their order', () => {
		const lines = [
			['B', 1],
			['A', 2],
			['C', 3],
		] as const;
		expect(quantitiesOf([...lines].reverse())).toBe(quantitiesOf(lines));
	});

	it('are summed by product, and what is no number counts nothing', () => {
		expect(
			quantitiesOf([
				['A', 1],
				['A', '2'],
				['A', 'many'],
				['B', null],
			]),
		).toBe('[["A",3],["B",0]]');
	});

	it('keep products apart whose names are those of JavaScript', () => {
		expect(
			quantitiesOf([
				['__proto__', 1],
				['constructor', 2],
			]),
		).toBe('[["__proto__",1],["constructor",2]]');
	});
});
