import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Write } from './write.mts';

/**
 * What an item says of its write:
 * - `done`: it was done
 * - `failed`: it was not
 * - `open`: it may or may not have been done, and what to look at
 * - `unread`: it was done, and what came of it could not be read
 */
export type Said = 'done' | 'failed' | 'open' | 'unread';

/** What came of a write: what its item said, and how often it took effect. */
export interface Outcome {
	write: Write;
	said: Said;
	effects: number;
	json: IDataObject;
}

/** How often a write may have taken effect, by what its item says. */
const ALLOWED: Readonly<Record<Said, readonly number[]>> = {
	done: [1],
	failed: [0],
	open: [0, 1],
	unread: [1],
};

/** "May or may not", and behind it a sentence that says what to do. */
const OPEN = /may or may not have done this\. [A-Z'].{30,}\.$/;

const UNREAD = /was made and is \w+, but the order could not be read afterwards/;

const NOTHING = /Nothing was (changed|created|cancelled|sent)/;

/** What an item says of its write; undefined if that cannot be understood. */
export function saidBy({ kind }: Write, { json }: INodeExecutionData): Said | undefined {
	const { error, details } = json;
	if (error === undefined || error === null) return kind.saysDone(json) ? 'done' : undefined;
	const fix = String(Object(details).fix);
	if (UNREAD.test(String(error))) return 'unread';
	if (!fix.includes('may or may not')) return fix === '' ? undefined : 'failed';
	return OPEN.test(fix) && !NOTHING.test(fix) ? 'open' : undefined;
}

/** What is wrong with an outcome, in words. */
export function wrongWith({ write, said, effects, json }: Outcome, worked: number): string[] {
	const name = `${write.kind.name} ${write.tag}`;
	const times = write.kind.setsValues ? Math.min(worked, 1) : worked;
	return [
		...(ALLOWED[said].includes(effects)
			? []
			: [`${name} took effect ${effects} times and says: ${JSON.stringify(json)}`]),
		...(times === effects
			? []
			: [`${name} was worked on ${worked} times, with ${effects} effects`]),
	];
}
