import { setTimeout as pause } from 'node:timers/promises';
import type { GuardedProcess } from './guarded-process.mts';

const LOOK_EVERY_MS = 150;
const PATIENCE_MS = 600_000;

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}

/** Waits until all addresses answer with success. Rejects if the process ends before, or takes too long. */
export async function untilReady(
	running: GuardedProcess,
	urls: readonly string[],
	log: () => string,
): Promise<void> {
	const tail = () => log().trimEnd().split('\n').slice(-15).join('\n');
	const deadline = Date.now() + PATIENCE_MS;
	for (const url of urls) {
		while (!(await answers(url))) {
			if (!running.running) throw new Error(`n8n ended while it started:\n${tail()}`);
			if (Date.now() > deadline) throw new Error(`n8n did not become ready:\n${tail()}`);
			await pause(LOOK_EVERY_MS);
		}
	}
}
