import DOCUMENTED from '../../fixtures/flexport/order-error-types.json';
import { ORDER_ERRORS } from '../../../nodes/shared/providers/flexport/order-errors.ts';

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
