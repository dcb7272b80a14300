import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SandboxProcess } from '../sandbox/index.mts';

const PROGRAM = join('test', 'bench', 'sandbox', 'storm.mts');
const CLIENTS = 2;
const EACH = 4_000;

async function storm(job: object): Promise<{ from: number; to: number }> {
	const child = fork(PROGRAM, [JSON.stringify(job)]);
	const [answer] = await once(child, 'message');
	return answer;
}

/**
 * How many creates a second the sandbox can answer when it waits for nobody: from two processes that
 * do as little as a client can, so that they are not what is measured.
 */
export async function sandboxCapacity(sandbox: SandboxProcess): Promise<number> {
	const account = await sandbox.ask('scene', { latencyMs: 0, products: 1 });
	const clients = Array.from({ length: CLIENTS }, (_, client) =>
		storm({ ...account, prefix: `STORM-${client}`, count: EACH }),
	);
	const spans = await Promise.all(clients);
	const { distinct } = await sandbox.ask('tally', null);
	if (distinct !== CLIENTS * EACH) throw new Error(`The storm created ${distinct} orders.`);
	const from = Math.min(...spans.map((span) => span.from));
	const to = Math.max(...spans.map((span) => span.to));
	return (distinct / (to - from)) * 1000;
}
