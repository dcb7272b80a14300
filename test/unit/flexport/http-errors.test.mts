import {
	CODE_ERRORS,
	HTTP_ERRORS,
	OTHER_ERROR,
} from '../../../nodes/shared/providers/flexport/http-errors.ts';

const DOCUMENTED_STATUSES = [400, 401, 403, 404, 409, 422, 423, 429];
const SERVER_STATUSES = [500, 502, 503, 504];
const DOCUMENTED_CODES = [
	'405001',
	'405002',
	'405003',
	'405004',
	'405005',
	'407001',
	'DUPLICATE_ORDER',
];

it.each([...DOCUMENTED_STATUSES, ...SERVER_STATUSES])('status %d has an entry', (status) => {
	expect(HTTP_ERRORS[status]).toBeDefined();
});

it('a code has an entry if it is one of the documented seven', () => {
	expect(Object.keys(CODE_ERRORS).sort()).toEqual(DOCUMENTED_CODES);
});

it('429 and the failures of a server pass, and nothing else does', () => {
	const entries = [...Object.entries(HTTP_ERRORS), ...Object.entries(CODE_ERRORS)];
	const passing = entries.filter(([, { transient }]) => transient).map(([key]) => key);
	expect(passing).toEqual(['429', ...SERVER_STATUSES.map(String)]);
});

it('401 says where a new token is made', () => {
	expect(HTTP_ERRORS[401]?.fix).toContain('Settings > API Tokens');
});

it('403 says that a scope is missing', () => {
	expect(HTTP_ERRORS[403]?.fix).toMatch(/scope/);
});

it('423 says that the account is frozen', () => {
	expect(HTTP_ERRORS[423]?.what).toMatch(/frozen/);
});

describe.each(Object.entries({ ...HTTP_ERRORS, ...CODE_ERRORS, other: OTHER_ERROR }))(
	'%s',
	(_key, { what, fix }) => {
		it('says what happened, as a sentence without a full stop', () => {
			expect(what).toMatch(/^[A-Z].*[^.!?]$/);
		});

		it('does not speak of errors, problems, failures or mistakes', () => {
			expect(what).not.toMatch(/\b(error|problem|failure|mistake)s?\b/i);
		});

		it('says what to do, in full sentences', () => {
			expect(fix).toMatch(/^[A-Z].*\.$/);
		});
	},
);
