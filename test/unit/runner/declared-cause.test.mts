import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { Failure, type FailureFacts, inputFailure } from '../../../nodes/shared/failure.ts';
import { stopped } from '../../../nodes/shared/pause.ts';
import { declaredCause } from '../../../nodes/shared/runner/declared-cause.ts';
import { nodeError } from '../../../nodes/shared/runner/item-failure.ts';
import { NODE } from '../support/scripted-api.mts';

const facts = (changes: Partial<FailureFacts>): FailureFacts => ({
	kind: 'api',
	what: 'Flexport refused',
	fix: 'Try again.',
	...changes,
});

describe('the cause that n8n is told', () => {
	it.each<[string, Partial<FailureFacts>, ReturnType<typeof declaredCause>]>([
		['of a wrong parameter', { kind: 'input' }, { cause: 'configuration-invalid' }],
		['of a 400', { httpCode: '400' }, { cause: 'configuration-invalid' }],
		['of a 401', { httpCode: '401' }, { cause: 'credential-invalid' }],
		['of a 403', { httpCode: '403' }, { cause: 'credential-invalid' }],
		['of a 404', { httpCode: '404' }, { cause: 'configuration-invalid' }],
		['of a 405', { httpCode: '405' }, { cause: 'configuration-invalid' }],
		['of a 415', { httpCode: '415' }, { cause: 'configuration-invalid' }],
		['of a frozen account', { httpCode: '423' }, { cause: 'configuration-invalid' }],
		['of a 422', { httpCode: '422' }, { cause: 'configuration-invalid' }],
		[
			'of a 422 that the API itself calls passing',
			{ httpCode: '422', transient: true },
			{ cause: 'temporarily-unavailable' },
		],
		[
			'of a rate limit, with the wait that was asked for',
			{ httpCode: '429', transient: true, retryAfterMs: 90_000 },
			{ cause: 'rate-limited', retryAfterMs: 90_000 },
		],
		[
			'of a rate limit that does not say how long',
			{ httpCode: '429', transient: true },
			{ cause: 'rate-limited' },
		],
		['of a 503', { httpCode: '503', transient: true }, { cause: 'temporarily-unavailable' }],
		[
			'of a 503 that says how long',
			{ httpCode: '503', transient: true, retryAfterMs: 60_000 },
			{ cause: 'temporarily-unavailable', retryAfterMs: 60_000 },
		],
		[
			'of a connection that was cut',
			{ kind: 'connection', code: 'ECONNRESET', transient: true },
			{ cause: 'temporarily-unavailable' },
		],
		['of a status that nobody documents', { httpCode: '418' }, undefined],
		['of an API that refuses without a status', {}, undefined],
		['of work that was told to stop', stopped().facts, undefined],
	])('%s', (_what, changes, cause) => {
		expect(declaredCause(facts(changes))).toEqual(cause);
	});
});

describe('the error that ends a node carries it', () => {
	it.each([
		['the API', new Failure(facts({ httpCode: '401' })), NodeApiError, 'credential-invalid'],
		[
			'the input',
			inputFailure('A is empty', 'Fill it in.'),
			NodeOperationError,
			'configuration-invalid',
		],
	])('when %s is the reason', (_what, failure, type, cause) => {
		const error = nodeError(NODE, failure);
		expect(error).toBeInstanceOf(type);
		expect(error.failure).toEqual({ cause });
	});

	it('and has none when nobody knows what will help', () => {
		expect(nodeError(NODE, new Failure(facts({ httpCode: '418' }))).failure).toBeUndefined();
		expect(nodeError(NODE, stopped()).failure).toBeUndefined();
	});
});
