import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { readConnectionFault } from '../../../nodes/shared/transport/connection-fault.ts';
import { findLeaks } from '../../engine/support/secrets.mts';
import { helperError, TOKEN } from '../support/scripted-api.mts';

const CODES: Array<[code: string, kind: string, reason: string]> = [
	['ECONNREFUSED', 'unreachable', 'nothing answers at that address'],
	['ENOTFOUND', 'unreachable', 'its host name was not found'],
	['EAI_AGAIN', 'unreachable', 'its host name could not be looked up'],
	['ENETUNREACH', 'unreachable', 'the network cannot be reached'],
	['EHOSTUNREACH', 'unreachable', 'the host cannot be reached'],
	['EHOSTDOWN', 'unreachable', 'the host is down'],
	['ERR_INVALID_URL', 'misconfigured', 'its address is not a valid URL'],
	['CERT_HAS_EXPIRED', 'misconfigured', 'its certificate has expired'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'misconfigured', 'its certificate is self-signed'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'misconfigured', 'its certificate is self-signed'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'misconfigured', 'its certificate cannot be verified'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'misconfigured', 'its certificate is for another host'],
	['ECONNABORTED', 'lost', 'no answer came in time'],
	['ETIMEDOUT', 'lost', 'no answer came in time'],
	['ECONNRESET', 'lost', 'the connection was cut'],
	['EPIPE', 'lost', 'the connection was cut'],
];

describe.each(CODES)('%s', (code, kind, reason) => {
	it(`counts as ${kind}`, () => {
		expect(readConnectionFault({ code })).toEqual({ code, kind, reason });
	});

	it('is found inside what the request helper of n8n throws', () => {
		expect(readConnectionFault(helperError(code))).toEqual({ code, kind, reason });
	});
});

it.each([
	['a code that nobody knows', { code: 'EWEIRD' }, 'EWEIRD'],
	['an error without a code', new Error('socket hang up'), 'UNKNOWN'],
	['a code that is no text', { code: 500 }, 'UNKNOWN'],
	['text', 'socket hang up', 'UNKNOWN'],
	['nothing', undefined, 'UNKNOWN'],
	['null', null, 'UNKNOWN'],
	['a list', [{ code: 'ECONNREFUSED' }], 'UNKNOWN'],
])('%s counts as lost, because the request may have arrived', (_, error, code) => {
	expect(readConnectionFault(error)).toEqual({
		code,
		kind: 'lost',
		reason: 'the connection broke',
	});
});

describe('nested causes', () => {
	it('are searched under a code that says nothing', () => {
		const error = { code: 'ERR_NETWORK', cause: { code: 'ERR_BAD', cause: { code: 'ENOTFOUND' } } };
		expect(readConnectionFault(error)).toMatchObject({ code: 'ENOTFOUND', kind: 'unreachable' });
	});

	it('do not override a code that says what happened', () => {
		const error = { code: 'ECONNRESET', cause: { code: 'ECONNREFUSED' } };
		expect(readConnectionFault(error)).toMatchObject({ code: 'ECONNRESET', kind: 'lost' });
	});

	it('may go in a circle', () => {
		const error: { code: string; cause?: unknown } = { code: 'EWEIRD' };
		error.cause = error;
		expect(readConnectionFault(error)).toMatchObject({ code: 'EWEIRD', kind: 'lost' });
	});
});

it('keeps nothing of the request: neither its token nor its headers', () => {
	const error = helperError('ECONNRESET', { url: 'https://x', body: { name: 'Ada' } });
	const fault = readConnectionFault(error);
	// The error does carry them, or this would prove nothing.
	expect(findLeaks(error, TOKEN)).not.toEqual([]);
	expect(findLeaks(fault, TOKEN)).toEqual([]);
	expect(Object.keys(fault).sort()).toEqual(['code', 'kind', 'reason']);
});

it('reads whatever is thrown as one of the three kinds, with a reason', () => {
	// Names that every object has are no entries of a table.
	const inherited = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype));
	const nested = fc.letrec((tie) => ({
		error: fc.oneof(
			fc.anything(),
			fc.record({ code: fc.oneof(fc.string(), inherited, fc.anything()), cause: tie('error') }),
		),
	})).error;
	fc.assert(
		fc.property(nested, (error) => {
			const { kind, reason, code } = readConnectionFault(error);
			expect(['unreachable', 'misconfigured', 'lost']).toContain(kind);
			expect(reason).not.toBe('');
			expect(typeof code).toBe('string');
		}),
		{ seed: 20260115, numRuns: extent(2000) },
	);
});
