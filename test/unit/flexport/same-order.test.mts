import type { IDataObject } from 'n8n-workflow';
import { differenceOf } from '../../../nodes/shared/providers/flexport/same-order.ts';

const ADDRESS = { name: 'Ada Lovelace', zip: '94105', countryCode: 'US', city: 'San Francisco' };
const MUG = { logisticsSku: 'DMUG0000001', quantity: 2 };
const CUP = { logisticsSku: 'DCUP0000001', quantity: 1 };

const order = (address: IDataObject = {}, lineItems: IDataObject[] = [MUG, CUP]) => ({
	address: { ...ADDRESS, ...address },
	lineItems,
});

describe('two orders are the same', () => {
	it.each([
		['as they are', order(), order()],
		['whatever the order of their lines', order(), order({}, [CUP, MUG])],
		[
			'whether or not a product stands in several lines',
			order(),
			order({}, [{ ...MUG, quantity: 1 }, CUP, { ...MUG, quantity: 1 }]),
		],
		['with the quantity as text', order(), order({}, [{ ...MUG, quantity: '2' }, CUP])],
		['with a postal code that came back longer', order({ zip: '94105-1234' }), order()],
		['with a postal code without its space', order({ zip: 'K1A0B1' }), order({ zip: 'K1A 0B1' })],
		['with other capitals in the name', order({ name: 'ADA LOVELACE' }), order()],
		['with other spaces in the name', order({ name: ' Ada  Lovelace ' }), order()],
		['with a country in small letters', order({ countryCode: 'us' }), order()],
		['if neither has a name', order({ name: null }), order({ name: '' })],
		[
			'with more known about the one that exists',
			{ ...order(), id: '1', state: {}, shipments: [], address: { ...ADDRESS, phone: null } },
			order(),
		],
		[
			'with a street that was put into another form',
			order({ address1: '1 MARKET ST' }),
			order({ address1: '1 Market Street' }),
		],
	])('%s', (_how, existing, wanted) => {
		expect(differenceOf(existing, wanted)).toBeUndefined();
	});
});

describe('two orders differ', () => {
	it.each([
		['in a quantity', order({}, [{ ...MUG, quantity: 3 }, CUP]), 'its line items differ'],
		[
			'in a product',
			order({}, [MUG, { ...CUP, logisticsSku: 'DCUP0000002' }]),
			'its line items differ',
		],
		['in a line more', order({}, [MUG]), 'its line items differ'],
		[
			'in a line less',
			order({}, [MUG, CUP, { logisticsSku: 'DNEW0000001', quantity: 1 }]),
			'its line items differ',
		],
		['in having no lines', order({}, []), 'its line items differ'],
		['in the country', order({ countryCode: 'CA' }), 'its country differs'],
		['in the postal code', order({ zip: '94106' }), 'its postal code differs'],
		['in the recipient', order({ name: 'Charles Babbage' }), "its recipient's name differs"],
		['in having no recipient', order({ name: null }), "its recipient's name differs"],
		['in having no address', { lineItems: [MUG, CUP] }, 'its country differs'],
	])('%s', (_how, existing, difference) => {
		expect(differenceOf(existing, order())).toBe(difference);
	});

	it('in a letter that only looks left out', () => {
		expect(differenceOf(order({ name: 'Zoë' }), order({ name: 'Zo' }))).toBe(
			"its recipient's name differs",
		);
	});
});
