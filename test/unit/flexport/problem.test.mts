import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { readProblem } from '../../../nodes/shared/providers/flexport/problem.ts';
import { anyJson } from '../support/any-json.mts';

const DOCS = 'https://logistics-api.flexport.com/logistics/api/2026-02/documentation';

it.each<[string, unknown, unknown]>([
	[
		'problem+json with a detail',
		{ type: `${DOCS}#422`, title: 'Unprocessable Entity', status: 422, detail: 'zip is missing' },
		{ message: 'zip is missing' },
	],
	['problem+json with a title only', { title: 'Not Found', status: 404 }, { message: 'Not Found' }],
	[
		'problem+json of a 401, which has a code and a message too',
		{ type: `${DOCS}#401`, title: 'Unauthorized', status: 401, code: 'AUTH', message: 'Bad token' },
		{ code: 'AUTH', message: 'Bad token' },
	],
	[
		'code and message',
		{ code: 407001, message: 'Invalid order status' },
		{ code: '407001', message: 'Invalid order status' },
	],
	['a code that is text', { code: '405003', message: 'm' }, { code: '405003', message: 'm' }],
	[
		'the bare message of the gateway',
		{ message: 'Endpoint request timed out' },
		{ message: 'Endpoint request timed out' },
	],
	['nothing in it', {}, {}],
	['empty texts', { code: '', detail: '', message: '', title: '' }, {}],
])('an answer is read that is %s', (_shape, body, problem) => {
	expect(readProblem(body)).toEqual(problem);
});

it.each([
	['at the end of the type URL', { type: `${DOCS}/errors/407001`, title: 'Invalid order status' }],
	['in the fragment of the type URL', { type: `${DOCS}#407001`, title: 'Invalid order status' }],
	['in the title', { title: '407001 Invalid order status' }],
	['in the detail', { title: 'Bad Request', detail: 'Invalid order status (407001)' }],
	['in the message', { message: 'Error 407001: Invalid order status' }],
	['beside another code', { code: 400, type: `${DOCS}/407001`, title: 'Bad Request' }],
])('a six-digit code is found %s', (_where, body) => {
	expect(readProblem(body).code).toBe('407001');
});

it.each([
	['in the code', { code: 'DUPLICATE_ORDER', message: 'm' }],
	['in the type', { type: `${DOCS}/errors/DUPLICATE_ORDER` }],
	['in the title', { title: 'DUPLICATE_ORDER' }],
	['in the detail', { detail: 'DUPLICATE_ORDER: SHOP-1 exists' }],
])('a duplicate order is recognised %s', (_where, body) => {
	expect(readProblem(body).code).toBe('DUPLICATE_ORDER');
});

it('a longer number that holds the digits of a code is another one', () => {
	expect(readProblem({ detail: 'Order 14070012 is closed' })).toEqual({
		message: 'Order 14070012 is closed',
	});
});

it('an unknown code is handed on', () => {
	expect(readProblem({ code: 409123, message: 'New rule' })).toEqual({
		code: '409123',
		message: 'New rule',
	});
});

it.each([
	['text', '<html>Bad Gateway</html>'],
	['null', null],
	['nothing', undefined],
	['a list', [{ code: 407001 }]],
	['a number', 500],
])('a body that is %s says nothing, and does no harm', (_sort, body) => {
	expect(readProblem(body)).toEqual({});
});

it('any JSON can be read', () => {
	const keys = ['type', 'title', 'detail', 'code', 'message'];
	const shape = Object.fromEntries(keys.map((key) => [key, anyJson()]));
	const body = fc.oneof(anyJson(), fc.record(shape, { requiredKeys: [] }));
	fc.assert(
		fc.property(body, (value) => {
			for (const word of Object.values(readProblem(value))) {
				expect(typeof word).toBe('string');
				expect(word).not.toBe('');
			}
		}),
		{ seed: 7, numRuns: extent(500) },
	);
});
