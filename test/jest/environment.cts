import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-node';
import '../engine/harness/environment.mts';
import { WORKER } from './worker.cts';

const workerRequire = createRequire(join(process.cwd(), 'package.json'));

/** The timers and the Date of the worker itself, which modules that it loads once go by. */
const { Date, setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
const REAL = { Date, setTimeout, clearTimeout, setInterval, clearInterval };

type Clock = NonNullable<InstanceType<typeof TestEnvironment>['fakeTimersModern']>;

/** Lets what the worker has loaded go by jest's fake clock too, while a test uses it. */
function shareClock(clock: Clock, inside: object): void {
	const begin = clock.useFakeTimers.bind(clock);
	const end = clock.useRealTimers.bind(clock);
	clock.useFakeTimers = (config) => {
		begin(config);
		// What the test asked to keep real is still the file's own, which does the same.
		for (const name of Object.keys(REAL)) {
			Reflect.set(globalThis, name, Reflect.get(inside, name));
		}
	};
	clock.useRealTimers = () => {
		end();
		Object.assign(globalThis, REAL);
	};
}

/**
 * Gives the files that a jest worker runs one n8n (and with once.mts a few libraries), which the worker loads once:
 * n8n-core alone has 2,000 modules. What a file must not find changed by another is made anew for it:
 * the built package is read again (some 30 ms), so whatever state its modules hold, now or later, is
 * of one file.
 */
export default class OncePerWorker extends TestEnvironment {
	constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
		super(config, context);
		const { global: inside } = this;
		// Both sides ask for instanceof Error, Date, Map: there is one of each. What the language itself
		// throws inside (a TypeError) gets the worker's Error among its ancestors.
		Object.setPrototypeOf(inside.Error.prototype, Error.prototype);
		Object.assign(inside, { Date, Error, Map, Set, WeakMap, WeakRef, WeakSet });
		if (this.fakeTimersModern) shareClock(this.fakeTimersModern, inside);
		forgetBuiltPackage();
		Reflect.set(inside, WORKER, workerRequire);
	}
}

function forgetBuiltPackage(): void {
	const built = join(process.cwd(), 'dist') + sep;
	for (const file of Object.keys(workerRequire.cache)) {
		if (file.startsWith(built)) Reflect.deleteProperty(workerRequire.cache, file);
	}
}
