import { Writable } from 'node:stream';
import { n8nBackend, n8nContainer } from './n8n.mts';

const MESSAGE = Symbol.for('message'); // where winston keeps the finished line

/** Where lines go now; without anybody who collects them they are dropped, as there is no end to them. */
const collections = new Set<string[]>();
let capturing = false;

function lineOf(entry: unknown): string {
	if (typeof entry !== 'object' || entry === null) return String(entry);
	const line: unknown = Reflect.get(entry, MESSAGE);
	return typeof line === 'string' ? line : JSON.stringify(entry);
}

/** Takes everything that n8n logs, at every level, away from the console. */
export function captureLogs(): void {
	if (capturing) return;
	capturing = true;
	const logger = n8nContainer.Container.get(n8nBackend.Logger).getInternalLogger();
	logger.clear();
	logger.pipe(
		new Writable({
			objectMode: true,
			write(entry: unknown, _encoding, done) {
				for (const lines of collections) lines.push(lineOf(entry));
				done();
			},
		}),
	);
}

/** Starts to collect; the function it returns ends that, and gives the lines that were logged since. */
export function collectLogs(): () => Promise<string[]> {
	const lines: string[] = [];
	collections.add(lines);
	return async () => {
		// Streams hand entries on in later ticks.
		await new Promise((resolve) => setImmediate(resolve));
		collections.delete(lines);
		return lines;
	};
}
