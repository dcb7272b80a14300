import type { Fault, FaultedRequest } from '../../sandbox/faults.mts';
import type { LoggedRequest } from '../../sandbox/log.mts';
import { diceOf, type Dice } from './dice.mts';
import { TOKEN_TROUBLE, type Disturbance } from './disturbances.mts';
import { planOf, type Plan } from './plan.mts';
import type { Write, World } from './write.mts';
import { TAG } from './writes.mts';

/** How far the requests of a write have come. */
interface Progress {
	write: Write;
	plan: Plan;
	before: number;
	sendings: number;
	looks: number;
	/** How many of them something has happened to. */
	struck: number;
}

const TOKEN_PATH = /\/oauth\/(v1\/)?token$/;

/** Node.js writes the real time into an answer, which is not that of a test in haste. */
const dated = () => ({ date: new Date().toUTCString() });

/**
 * Lets happen to each request what the plan of its write has for it: what it is depends on the seed,
 * the write and how many of its requests came before, and on nothing that other writes do.
 */
export class Disturber {
	readonly progress: ReadonlyMap<string, Progress>;
	private readonly tokenDice: Dice;

	constructor(
		seed: number,
		writes: readonly Write[],
		private readonly world: World,
	) {
		this.tokenDice = diceOf(seed, writes.length, 3);
		this.progress = new Map(
			writes.map((write) => {
				const plan = planOf(seed, write.number, write.kind.expireTokens !== undefined);
				return [write.tag, { write, plan, before: 0, sendings: 0, looks: 0, struck: 0 }];
			}),
		);
	}

	/** What goes wrong with a request. Each asks once. */
	choose(request: FaultedRequest): Fault | undefined {
		if (TOKEN_PATH.test(request.path)) return this.asFault(this.tokenTrouble(), undefined);
		const progress = this.progressOf(request);
		if (progress === undefined) return undefined;
		const stage = this.stageOf(progress, request);
		const disturbance = progress.plan[stage][progress[stage]];
		progress[stage] += 1;
		if (disturbance !== undefined) progress.struck += 1;
		return this.asFault(disturbance, progress.write);
	}

	/** The write that a request belongs to. */
	progressOf({ path, query, body }: FaultedRequest): Progress | undefined {
		const [tag] = TAG.exec(`${path} ${JSON.stringify(query)} ${JSON.stringify(body)}`) ?? [];
		if (tag !== undefined) return this.progress.get(tag);
		const ids = path.split('/').map((part) => this.world.tagOfOwnId.get(part));
		return this.progress.get(ids.find((known) => known !== undefined) ?? '');
	}

	/** How often the work of each write was done, by its tag. */
	timesWorked(log: readonly LoggedRequest[]): ReadonlyMap<string, number> {
		const times = new Map<string, number>();
		for (const request of log) {
			const write = this.progressOf(request)?.write;
			const isDone = request.worked !== undefined && request.worked < 300;
			if (!write || !isDone || !write.kind.isSending(request)) continue;
			times.set(write.tag, (times.get(write.tag) ?? 0) + 1);
		}
		return times;
	}

	private stageOf({ write, sendings }: Progress, request: FaultedRequest) {
		if (write.kind.isSending(request)) return 'sendings';
		return sendings === 0 ? 'before' : 'looks';
	}

	private tokenTrouble(): Disturbance | undefined {
		return this.tokenDice.chance(0.3) ? this.tokenDice.pick(TOKEN_TROUBLE) : undefined;
	}

	private asFault(disturbance: Disturbance | undefined, write: Write | undefined) {
		if (disturbance === undefined) return undefined;
		if (disturbance.kind === 'status') return { ...disturbance, headers: dated() };
		if (disturbance.kind !== 'tokensExpire') return disturbance;
		// The one that comes with this very request has expired too, so that it is refused.
		write?.kind.expireTokens?.(this.world);
		return undefined;
	}
}
