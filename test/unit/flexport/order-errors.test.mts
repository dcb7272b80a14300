import { ORDER_ERRORS } from '../../../nodes/shared/providers/flexport/order-errors.ts';

/** The types that Flexport lists for `error.type` of an order. */
const DOCUMENTED = [
	'PARTIALLY_SHIPPED',
	'BAD_ADDRESS',
	'BAD_PRODUCT_INFO',
	'CANNOT_SHIP_HAZMAT',
	'CARRIER_NETWORK_ERR',
	'DSKU_NEVER_INBOUNDED',
	'INTERNATIONAL_ADDRESS',
	'INVENTORY_ERR',
	'INVENTORY_TIMEOUT',
	'LABEL_PURCHASE_FAILURE',
	'MISSING_CUSTOMS_INFO',
	'MISSING_DDP_TAG',
	'MISSING_REMOVAL_FEE_SPECS',
	'MISSING_SHIPPING_SPECIFICATIONS_FOR_HAZMAT',
	'NON_PLT_ORDER_NOT_SUPPORTED',
	'NO_FEDEX_RATES',
	'NO_RATES',
	'NO_REMOVAL_PROPOSAL',
	'OVERSIZED_DIMS',
	'PARTIAL_FULFILL_FAILED',
	'PARTIAL_SHIP_UPDATE_FAILED',
	'PROMISE_TIME_EXPIRED',
	'REMOVALS_MINIMUM_NOT_MET',
	'REMOVAL_ON_HOLD',
	'STOCKOUT',
	'STOCKOUT_AT_INGESTION',
	'UNKNOWN',
	'UNKNOWN_SFP_STATUS',
	'UNREGISTERED_PRIME_PRODUCTS',
	'UNSUPPORTED_DESTINATION',
	'WAREHOUSE_ERR',
];

it('the catalogue of order failures holds exactly the 31 documented types', () => {
	expect(DOCUMENTED).toHaveLength(31);
	expect(Object.keys(ORDER_ERRORS).sort()).toEqual([...DOCUMENTED].sort());
});

describe.each(Object.entries(ORDER_ERRORS))('%s', (_type, { what, fix, transient }) => {
	it('says what happened, as a sentence without a full stop', () => {
		expect(what).toMatch(/^[A-Z].*[^.!?]$/);
	});

	it('does not speak of errors, problems, failures or mistakes', () => {
		expect(what).not.toMatch(/\b(error|problem|failure|mistake)s?\b/i);
	});

	it('says what to do, in full sentences', () => {
		expect(fix).toMatch(/^[A-Z].*\.$/);
	});

	it('says to retry the order if that alone can help', () => {
		expect(transient && !/\b(retry|wait|nothing needs)/i.test(fix)).toBe(false);
	});
});

it('no two types share their words', () => {
	const words = Object.values(ORDER_ERRORS).map(({ what }) => what);
	expect(new Set(words).size).toBe(words.length);
});
