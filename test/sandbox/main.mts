import { parseArgs } from 'node:util';
import { systemClock } from './clock.mts';
import { greeting, USAGE } from './greeting.mts';
import { startSandbox } from './server.mts';

/** A reason not to start, in one sentence. */
class CannotStart extends Error {}

const NUMBERS = {
	port: {
		rule: 'a whole number from 0 to 65535',
		allows: (value: number) => Number.isInteger(value) && value >= 0 && value <= 65535,
	},
	speed: {
		rule: 'a number greater than 0',
		allows: (value: number) => value > 0 && Number.isFinite(value),
	},
	seed: { rule: 'a whole number', allows: (value: number) => Number.isInteger(value) },
};

function readNumber(name: keyof typeof NUMBERS, text: string): number {
	const { rule, allows } = NUMBERS[name];
	const value = Number(text);
	if (text.trim() !== '' && allows(value)) return value;
	throw new CannotStart(`--${name} must be ${rule}, not "${text}".\n\n${USAGE}`);
}

function readArguments(): { port: number; speed: number; seed: number; help: boolean } {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string', default: '4010' },
				speed: { type: 'string', default: '1' },
				seed: { type: 'string', default: '1' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		});
		return {
			port: readNumber('port', values.port),
			speed: readNumber('speed', values.speed),
			seed: readNumber('seed', values.seed),
			help: values.help,
		};
	} catch (error) {
		if (error instanceof CannotStart) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		throw new CannotStart(`${reason}.\n\n${USAGE}`);
	}
}

function reasonOf(error: unknown, port: number): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with --port.`;
	if (code === 'EACCES') return `Port ${port} may not be used. Choose another with --port.`;
	return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
	const { port, speed, seed, help } = readArguments();
	if (help) {
		console.log(USAGE);
		return;
	}
	const clock = systemClock({ speed });
	const sandbox = await startSandbox({ port, seed, clock, catalogue: true }).catch(
		(error: unknown) => {
			throw new CannotStart(reasonOf(error, port));
		},
	);
	console.log(greeting(sandbox, speed));
	const stop = () => {
		// A second signal ends the process at once, as it would without this.
		process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
		console.log('\nStopping.');
		void sandbox.close();
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
}

main().catch((error: unknown) => {
	if (!(error instanceof CannotStart)) throw error;
	console.error(error.message);
	process.exitCode = 1;
});
