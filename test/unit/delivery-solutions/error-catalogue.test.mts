import DOCUMENTED from '../../fixtures/delivery-solutions/error-tables.json';
import {
	OTHER_SPELLINGS,
	TYPE_ERRORS,
} from '../../../nodes/shared/providers/delivery-solutions/error-catalogue.ts';
import {
	OTHER_ERROR,
	SERVER_ERROR,
	STATUS_ERRORS,
	STATUS_TYPES,
	UNREADABLE,
} from '../../../nodes/shared/providers/delivery-solutions/status-errors.ts';

const ROWS = Object.entries(DOCUMENTED).flatMap(([table, rows]) =>
	rows.map((row) => ({ table, ...row })),
);

it('the documentation has seven tables with 51 rows', () => {
	expect(Object.keys(DOCUMENTED)).toHaveLength(7);
	expect(ROWS).toHaveLength(51);
});

it.each(ROWS)('$table: $type ($status) is as $severity as documented', ({ type, severity }) => {
	expect(TYPE_ERRORS[type]?.transient).toBe(severity === 'Transient');
});

it('the catalogue has no type that no table has', () => {
	const types = new Set(ROWS.map(({ type }) => type));
	expect(Object.keys(TYPE_ERRORS).sort()).toEqual([...types].sort());
});

it('what stands for another spelling or for a status is in the catalogue', () => {
	for (const type of [...Object.values(OTHER_SPELLINGS), ...Object.values(STATUS_TYPES)]) {
		expect(Object.keys(TYPE_ERRORS)).toContain(type);
	}
});

const ENTRIES = Object.entries({
	...TYPE_ERRORS,
	...STATUS_ERRORS,
	unreadable: UNREADABLE,
	server: SERVER_ERROR,
	other: OTHER_ERROR,
});

describe.each(ENTRIES)('%s', (_type, { what, fix, transient }) => {
	it('says what happened, as a sentence without a full stop', () => {
		expect(what).toMatch(/^[A-Z].*[^.!?]$/);
	});

	it('does not speak of errors, problems, failures or mistakes', () => {
		expect(what).not.toMatch(/\b(error|problem|failure|mistake)s?\b/i);
	});

	it('says what to do, in full sentences', () => {
		expect(fix).toMatch(/^[A-Z].*\.$/);
	});

	it('says to try again, unchanged, only where that can help', () => {
		const saysLater = /try again later/i.test(fix);
		expect(saysLater && !transient).toBe(false);
	});
});
