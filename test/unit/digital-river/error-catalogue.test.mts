import { verdictOf } from '../../../nodes/shared/providers/digital-river/api-failure.ts';
import {
	HTTP_ERRORS,
	OTHER_ERROR,
	SERVER_ERROR,
	UNREADABLE,
} from '../../../nodes/shared/providers/digital-river/errors.ts';

/** The statuses of every call (Digital River, Fulfillment orders), and whether they pass. */
const DOCUMENTED: Array<[status: number, passes: boolean]> = [
	[400, false],
	[401, false],
	[403, false],
	[404, false],
	[405, false],
	[406, false],
	[408, true],
	[409, false],
	[429, true],
	[500, true],
	[502, true],
	[503, true],
	[504, true],
];

it('the catalogue has the documented statuses and no others', () => {
	expect(Object.keys(HTTP_ERRORS).map(Number)).toEqual(DOCUMENTED.map(([status]) => status));
});

it.each(DOCUMENTED)('%i passes: %s', (status, passes) => {
	expect(HTTP_ERRORS[status]?.transient).toBe(passes);
});

it.each([
	...Object.entries(HTTP_ERRORS),
	['another one of the server', SERVER_ERROR] as const,
	['another one', OTHER_ERROR] as const,
	['what cannot be read', UNREADABLE] as const,
])('what is said of %s is a sentence, and what to do about it', (_status, { what, fix }) => {
	expect(what).toMatch(/^[A-Z][^.]*[^.\s]$/);
	expect(fix).toMatch(/^[A-Z].*\.$/);
});

it.each([200, 201, 400, 401, 404, 408, 409, 429, 500, 503])(
	'of %i only 408 is sent again',
	(status) => {
		const verdict = verdictOf({ status, headers: {}, body: {} });
		expect(verdict).toBe(status === 408 ? 'transient' : undefined);
	},
);
