import { createEngine, type Engine } from '../../engine/harness/index.mts';
import { collectLogs } from '../../engine/harness/logs.mts';
import { n8nBackend, n8nContainer } from '../../engine/harness/n8n.mts';
import { workerRequire } from '../worker.cts';

/** What belongs to the worker itself: all that it loads once sees this and no copy of it. */
function ofWorker() {
	if (!workerRequire) throw new Error('There is no worker outside of jest');
	const vm: typeof import('node:vm') = workerRequire('node:vm');
	const timers: { Date: typeof Date; process: typeof process } =
		vm.runInThisContext('({ Date, process })');
	return { ...timers, cache: workerRequire.cache };
}

const SEEN = Symbol.for('what files before this one have loaded');

const builtModules = () =>
	Object.entries(ofWorker().cache).flatMap(([file, module]) =>
		module && file.startsWith(`${process.cwd()}/dist/`) ? [module] : [],
	);

/**
 * Tests for a file that is run twice in one worker, under two names: each looks for what the other
 * could have left, and leaves all it can.
 */
export function leaveTraces(): void {
	let engine: Engine;
	beforeAll(async () => {
		engine = await createEngine();
	});
	afterAll(() => {
		engine.close();
		// Not put back, on purpose.
		jest.useFakeTimers({ now: 0 });
		process.env.LEFT_BEHIND = 'yes';
	});

	test('the package is read anew, so that paces, tokens and events that came are of one file', () => {
		const modules = builtModules();
		expect(modules.length).toBeGreaterThan(100);
		const before: unknown = Reflect.get(ofWorker().process, SEEN) ?? [];
		const seen = Array.isArray(before) ? before : [];
		const shared = modules.filter((module) => seen.includes(module));
		expect(shared.map(({ id }) => id)).toEqual([]);
		Reflect.set(ofWorker().process, SEEN, [...seen, ...modules]);
		process.stdout.write(`${seen.length > 0 ? 'second' : 'first'} file in its worker\n`);
	});

	test('n8n writes a line of its log to this file only, and once', async () => {
		const logger = n8nContainer.Container.get(n8nBackend.Logger);
		const lines = collectLogs();
		logger.info('a line of this file');
		expect((await lines()).filter((line) => line.includes('a line of this file'))).toHaveLength(1);
		expect(logger.getInternalLogger().listenerCount('data')).toBeLessThanOrEqual(1);
	});

	test('the clock is the real one, for what the worker has loaded too', () => {
		expect(ofWorker().Date.now()).toBeGreaterThan(Date.parse('2026-01-01'));
		expect(Math.abs(ofWorker().Date.now() - Date.now())).toBeLessThan(60_000);
	});

	test('the environment is the one that the worker began with', () => {
		expect(process.env.LEFT_BEHIND).toBeUndefined();
		expect(ofWorker().process.env.LEFT_BEHIND).toBeUndefined();
	});
}
