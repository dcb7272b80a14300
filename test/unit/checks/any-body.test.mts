import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import { check } from '../../../nodes/shared/checks/check.ts';
import { coerce } from '../../../nodes/shared/checks/coerce.ts';
import type { Field, Naming } from '../../../nodes/shared/checks/field.ts';
import { Failure } from '../../../nodes/shared/failure.ts';
import {
	CHANGE_FIELDS,
	SHIPMENT_FIELDS,
} from '../../../nodes/shared/providers/delivery-solutions/shipment-fields.ts';
import { ORDER_FIELDS } from '../../../nodes/shared/providers/flexport/order-fields.ts';
import { PRODUCT_FIELDS } from '../../../nodes/shared/providers/flexport/product-fields.ts';
import { anyBody } from '../support/any-json.mts';

const TABLES: ReadonlyArray<[string, readonly Field[]]> = [
	['CreateOrder', ORDER_FIELDS],
	['CreateProduct', PRODUCT_FIELDS],
	['a new shipment', SHIPMENT_FIELDS],
	['a changed shipment', CHANGE_FIELDS],
];

/** Runs the check, and lets nothing pass but success and a Failure. */
function outcomeOf(body: IDataObject, fields: readonly Field[], naming: Naming): Failure | 'fine' {
	try {
		check(body, fields, naming);
		return 'fine';
	} catch (error) {
		if (error instanceof Failure) return error;
		throw error;
	}
}

describe.each(TABLES)('whatever a body of %s holds', (_name, fields) => {
	const property = (holds: (body: IDataObject, naming: Naming) => void) =>
		fc.assert(fc.property(anyBody(fields), fc.constantFrom<Naming>('panel', 'json'), holds), {
			seed: 7,
			numRuns: extent(500),
		});

	it('the check passes it or refuses it in a sentence with a fix', () => {
		property((body, naming) => {
			const outcome = outcomeOf(body, fields, naming);
			if (outcome === 'fine') return;
			expect(outcome.facts.kind).toBe('input');
			expect(outcome.facts.what).toMatch(/^'[^']+' .*[^.]$/s);
			expect(outcome.facts.fix).toMatch(/^[A-Z].*\.$/s);
		});
	});

	it('the check does not change it', () => {
		property((body, naming) => {
			const before = structuredClone(body);
			outcomeOf(body, fields, naming);
			expect(body).toEqual(before);
		});
	});

	it('coerce gives a body with the same fields, and does not change the one it was given', () => {
		property((body) => {
			const before = structuredClone(body);
			const result = coerce(body, fields, 'Europe/Berlin');
			expect(Object.keys(result).sort()).toEqual(Object.keys(body).sort());
			expect(body).toEqual(before);
		});
	});

	it('coerce leaves a body alone that it has been through', () => {
		property((body) => {
			const once = coerce(body, fields, 'Europe/Berlin');
			expect(coerce(once, fields, 'Europe/Berlin')).toEqual(once);
		});
	});
});
