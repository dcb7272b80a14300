import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/**
 * Runs a program in a process group of its own, and kills the whole group as soon as the pipe to us
 * closes: however we end, by Ctrl-C, by a crash or by kill -9, nothing stays behind.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- & child=$!
( read -r _ <&3; kill -s KILL -- -$$ ) & guard=$!
trap 'kill -TERM $child' TERM
wait $child; status=$?
while kill -0 $child 2>/dev/null; do wait $child; status=$?; done
kill $guard
exit $status`;

const PATIENCE_MS = 60_000;

/** A program that runs, with all that it started. */
export interface GuardedProcess {
	readonly running: boolean;
	/** Settles when it has ended. */
	ended: Promise<void>;
	/** Sends a signal to all of it, and comes back when it has ended. */
	kill(signal: NodeJS.Signals): Promise<void>;
	/** Asks it to stop; one that does not within a minute is killed. */
	stop(): Promise<void>;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// It has just ended.
	}
}

/** Starts a program; what it writes is appended to a file. */
export function startGuarded(
	command: readonly string[],
	options: { cwd: string; env: NodeJS.ProcessEnv; logFile: string },
): GuardedProcess {
	const { cwd, env, logFile } = options;
	const log = openSync(logFile, 'a');
	const child = spawn('sh', ['-c', GUARD, 'guard', ...command], {
		cwd,
		env,
		detached: true,
		stdio: ['pipe', log, log],
	});
	closeSync(log);
	let running = true;
	const ended = new Promise<void>((resolve) => {
		const end = () => {
			running = false;
			child.stdin?.destroy();
			resolve();
		};
		child.on('exit', end).on('error', end);
	});
	const kill = async (signal: NodeJS.Signals) => {
		signalGroup(child, signal);
		await ended;
	};
	return {
		get running() {
			return running;
		},
		ended,
		kill,
		async stop() {
			// To the guard alone, which passes it on and waits.
			child.kill('SIGTERM');
			const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS);
			await ended;
			clearTimeout(timer);
		},
	};
}
