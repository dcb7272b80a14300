import { greeting } from './editor/greeting.mts';
import { startEditor } from './editor/index.mts';
import { progress } from './progress.mts';

/** One Ctrl-C can arrive twice: from the terminal, and from the program that runs this script. */
const SAME_MS = 1_000;

// Before all is ready, Ctrl-C ends this process alone: n8n ends when its pipe to us closes.
const { host, listening } = await startEditor();

let stoppedAt: number | undefined;
const stop = () => {
	const now = Date.now();
	if (stoppedAt === undefined) {
		stoppedAt = now;
		progress('stopping');
		void host.stop();
	} else if (now - stoppedAt > SAME_MS) {
		process.exit(1);
	}
};
process.on('SIGINT', stop).on('SIGTERM', stop);
console.log(greeting(host, listening));
