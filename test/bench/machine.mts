import { cpus, loadavg } from 'node:os';
import { chosenVersion } from '../host/versions.mts';

/** Above this, others work here too. */
const QUIET = 1;

/** The load of the last minute. */
export const load = (): number => loadavg()[0] ?? 0;

/** Where the figures come from. */
export function describeMachine(): string {
	const [first] = cpus();
	const model = first?.model.trim() || process.arch;
	return `${cpus().length} cores (${model}), Node.js ${process.versions.node}, HTTP Request of n8n ${chosenVersion().n8n}`;
}

/** Says so when the machine has other work. */
export function warnIfBusy(): void {
	console.log(`Load of the last minute: ${load().toFixed(2)}`);
	if (load() > QUIET) {
		console.log('Others are at work on this machine: the times below mean little.');
	}
}
