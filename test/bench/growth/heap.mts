import { collectGarbage } from '../gc.mts';

const PAUSE_MS = 20;

/** Bytes on the heap that somebody still needs. */
export function alive(): number {
	collectGarbage();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** Looks every now and then; the function it returns ends that, and gives the most that was alive. */
export function watchHeap(): () => number {
	let most = 0;
	let timer: NodeJS.Timeout | undefined;
	const look = () => {
		const started = performance.now();
		most = Math.max(most, alive());
		// What takes longer is looked at less often, or the run would hardly get on.
		timer = setTimeout(look, PAUSE_MS + 2 * (performance.now() - started));
	};
	timer = setTimeout(look, PAUSE_MS);
	return () => {
		clearTimeout(timer);
		return most;
	};
}
