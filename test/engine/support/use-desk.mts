import { createEngine, type Engine } from '../harness/index.mts';

/** The engine, and for each test a sandbox of its own. */
export interface Desk {
	engine: Engine;
	open(): Promise<void>;
	/** Every place in items, errors and logs of a test's runs that holds a secret. */
	leaks(): string[];
	close(): Promise<void>;
}

/**
 * Opens a desk for the tests of a file. After each test, no secret and no Authorization header may
 * stand in anything that its runs left behind.
 */
export function useDesk<D extends Desk>(desk: D): D {
	beforeAll(async () => {
		desk.engine = await createEngine();
	});
	beforeEach(() => desk.open());
	afterEach(async () => {
		const leaks = desk.leaks();
		await desk.close();
		expect(leaks).toEqual([]);
	});
	afterAll(() => desk.engine.close());
	return desk;
}
