import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { readProblem } from '../../../nodes/shared/providers/delivery-solutions/problem.ts';
import { anyJson } from '../support/any-json.mts';

const read = (body: unknown, headers: Record<string, string> = {}) =>
	readProblem({ status: 422, headers, body });

const INNER = {
	type: 'INVALID_OPERATION',
	message: 'package cannot be changed.',
	parameter: 'package',
	entityId: null,
	entity: null,
};

describe('the envelope of the API', () => {
	it('is read: the outer type, the inner words and the field', () => {
		const body = { type: 'VALIDATION_ERROR', message: 'Validation failed', errors: [INNER] };
		expect(read(body)).toEqual({
			type: 'VALIDATION_ERROR',
			message: 'package cannot be changed.',
			parameter: 'package',
		});
	});

	it.each([
		['without single errors', { errors: [] }],
		['with errors that say nothing', { errors: [{ type: 'X', message: '' }, null, 'x'] }],
		['with something else in the place of errors', { errors: 'none' }],
	])('has its own words %s', (_how, changes) => {
		expect(read({ type: 'INVALID_DATA', message: 'No such location', ...changes })).toEqual({
			type: 'INVALID_DATA',
			message: 'No such location',
		});
	});

	it('has the words of all single errors, each once', () => {
		const errors = [{ message: 'One.' }, { message: 'Two.' }, { message: 'One.' }];
		expect(read({ type: 'VALIDATION_ERROR', errors }).message).toBe('One. Two.');
	});

	it('has the field of the first error that names one', () => {
		const errors = [
			{ message: 'a', parameter: null },
			{ message: 'b', parameter: 'locale' },
		];
		expect(read({ errors }).parameter).toBe('locale');
	});
});

describe('the type', () => {
	it.each([
		['the outer one before the inner one', { type: 'NOT_FOUND', errors: [INNER] }, 'NOT_FOUND'],
		['the inner one where there is no outer one', { errors: [INNER] }, 'INVALID_OPERATION'],
		[
			'the inner one where the outer one is not documented',
			{ type: 'SOMETHING_NEW', errors: [{ type: 'GEOCODING_FAILED' }] },
			'GEOCODING_FAILED',
		],
		[
			'the first one where none is documented',
			{ type: 'SOMETHING_NEW', errors: [{ type: 'NON_CANCELABLE_DELIVERY' }] },
			'SOMETHING_NEW',
		],
		[
			'the older spelling as the newer one',
			{ type: 'ORDER_ALREADY_CANCELLED' },
			'ORDER_ALREADY_CANCELED',
		],
		[
			'that of a fault of the server',
			{ type: 'SOMETHING_NEW', errors: [{ type: 'SERVER_ERROR' }] },
			'INTERNAL_SERVER_ERROR',
		],
		['no name of JavaScript', { type: 'constructor' }, 'constructor'],
	])('is %s', (_which, body, type) => {
		expect(read(body).type).toBe(type);
	});
});

describe('the envelope of the gateway', () => {
	const body = (code: unknown) => ({
		response: { errors: [{ code, message: 'Invalid token or token is not present.' }] },
	});

	it.each([
		['UJ0001', 'UJ0001'],
		['250002', '250002'],
		[250002, '250002'],
	])('is read: %j', (code, type) => {
		expect(read(body(code))).toEqual({ type, message: 'Invalid token or token is not present.' });
	});

	it('gives its own code before that of the headers', () => {
		expect(read(body('UJ0001'), { apierrorcode: '401', apierrormsg: 'Other words' })).toEqual({
			type: 'UJ0001',
			message: 'Invalid token or token is not present.',
		});
	});

	it('gives way to a documented type in the headers', () => {
		expect(read(body('UJ0001'), { apierrorcode: 'UNAUTHORIZED' }).type).toBe('UNAUTHORIZED');
	});
});

describe('headers without a body that says anything', () => {
	it.each([undefined, null, '', {}, '<html>no</html>', []])('give the type: %j', (body) => {
		expect(read(body, { apierrorcode: 'PLACE_ORDER_FAILED' }).type).toBe('PLACE_ORDER_FAILED');
	});

	it("give the API's words too", () => {
		const headers = { apierrorcode: 'VALIDATION_ERROR', apierrormsg: 'phone is too long' };
		expect(read({}, headers)).toEqual({ type: 'VALIDATION_ERROR', message: 'phone is too long' });
	});

	it('give the type in its newer spelling', () => {
		expect(read({}, { apierrorcode: 'ORDER_ALREADY_CANCELLED' }).type).toBe(
			'ORDER_ALREADY_CANCELED',
		);
	});

	it('are not needed', () => {
		expect(read({})).toEqual({});
	});
});

it('any JSON can be read', () => {
	const error = fc.record(
		{ type: anyJson(), message: anyJson(), parameter: anyJson(), code: anyJson() },
		{ requiredKeys: [] },
	);
	const errors = fc.oneof(anyJson(), fc.array(fc.oneof(anyJson(), error)));
	const body = fc.oneof(
		anyJson(),
		fc.record(
			{ type: anyJson(), message: anyJson(), errors, response: fc.record({ errors }) },
			{ requiredKeys: [] },
		),
	);
	fc.assert(
		fc.property(body, (value) => {
			for (const word of Object.values(read(value))) {
				expect(typeof word).toBe('string');
				expect(word).not.toBe('');
			}
		}),
		{ seed: 7, numRuns: extent(500) },
	);
});
