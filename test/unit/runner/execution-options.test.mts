import { readExecutionOptions } from '../../../nodes/shared/runner/execution-options.ts';
import { executeContext } from '../support/execute-context.mts';

it('has 64 requests in flight and waits 30 s where nothing is said', () => {
	expect(readExecutionOptions(executeContext())).toEqual({ maxInFlight: 64, timeoutMs: 30_000 });
});

it('takes the values of the first item for all', () => {
	const context = executeContext({ count: 3, options: { maxInFlight: 5, timeout: 90 } });
	expect(readExecutionOptions(context)).toEqual({ maxInFlight: 5, timeoutMs: 90_000 });
});

it.each([
	['a number', 16, 16],
	['text that is a number', '16', 16],
	['text with spaces', ' 16 ', 16],
	['a fraction, rounded down', 2.9, 2],
	['a fraction below one', 0.4, 1],
	['zero', 0, 1],
	['a negative number', -5, 1],
	['words', 'many', 64],
	['empty text', '', 64],
	['null', null, 64],
	['no number', NaN, 64],
	['infinity', Infinity, 64],
	['a boolean', true, 64],
	['an object', { value: 4 }, 64],
])('Requests in Flight as %s', (_, maxInFlight, expected) => {
	const context = executeContext({ options: { maxInFlight } });
	expect(readExecutionOptions(context).maxInFlight).toBe(expected);
});

it.each([
	['a number', 5, 5000],
	['text that is a number', '5', 5000],
	['a fraction', 2.5, 2500],
	['less than a second', 0.1, 1000],
	['zero', 0, 1000],
	['a negative number', -3, 1000],
	['words', 'soon', 30_000],
	['null', null, 30_000],
])('Timeout as %s', (_, timeout, expected) => {
	const context = executeContext({ options: { timeout } });
	expect(readExecutionOptions(context).timeoutMs).toBe(expected);
});
