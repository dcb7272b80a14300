import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import { TestEnvironment } from 'jest-environment-node';
import { WORKER } from './worker.cts';

const workerRequire = createRequire(join(process.cwd(), 'package.json'));

/** The timers and the Date of the worker itself, which modules that it loads once go by. */
const { Date, setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
const REAL = { Date, setTimeout, clearTimeout, setInterval, clearInterval };

/** jest's fake clock, which what the worker has loaded goes by too while a test uses it. */
class SharedClock extends ModernFakeTimers {
	private readonly inside: object;

	constructor(options: ConstructorParameters<typeof ModernFakeTimers>[0]) {
		super(options);
		this.inside = options.global;
	}

	override useFakeTimers(config?: Parameters<ModernFakeTimers['useFakeTimers']>[0]): void {
		super.useFakeTimers(config);
		for (const name of Object.keys(REAL)) {
			// What the test asked to keep real is still the file's own, which does the same.
			Reflect.set(globalThis, name, Reflect.get(this.inside, name));
		}
	}

	override useRealTimers(): void {
		super.useRealTimers();
		Object.assign(globalThis, REAL);
	}
}

/**
 * Gives the files that a jest worker runs one n8n and one web framework, which the worker loads once:
 * n8n-core alone has 2,000 modules. What a file must not find changed by another is made anew for it:
 * the built package is read again (some 30 ms), so whatever state its modules hold, now or later, is
 * of one file.
 */
export default class OncePerWorker extends TestEnvironment {
	constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
		super(config, context);
		const { global: inside } = this;
		// One Error for both sides, as tests and sources ask for instanceof Error. What the language
		// itself throws inside (a TypeError) has the worker's Error among its ancestors too.
		Object.setPrototypeOf(inside.Error.prototype, Error.prototype);
		inside.Error = Error;
		inside.Date = Date;
		this.fakeTimersModern?.dispose();
		this.fakeTimersModern = new SharedClock({ config: config.projectConfig, global: this.global });
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
