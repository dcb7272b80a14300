import { seededRandom } from '../../sandbox/shared/random.mts';
import { crossings, type Line } from './inventory-alert-crossings.mts';

/** Units of one product, one number for each poll. */
export type History = readonly number[];

export interface HistoryPlan {
	seed: number;
	products: number;
	polls: number;
	/** How many of the polls fail; which ones is up to chance, but never the first. */
	failing: number;
	/** A product is low at `at` or below it, until it is above it by `margin`. */
	line: Line;
	/** How often products fall to the line or below it, as far as polls that do not fail can see. */
	falls: number;
}

export interface Histories {
	/** By the number of the product; one that is not here always has plenty. */
	moving: History[];
	/** For each poll whether it fails. */
	fails: boolean[];
}

/** The longest time, in polls, for which a product does not change. */
const LONGEST_CALM = 160;

const PLENTY = 100;

/** Makes up what happens to the stock. The same plan gives the same histories. */
export function makeHistories(plan: HistoryPlan): Histories {
	const random = seededRandom(plan.seed);
	const fails = shuffled(plan, random);
	const moving: History[] = [];
	let missing = plan.falls;
	while (missing > 0) {
		const history = makeHistory(plan, random);
		const seen = history.filter((_, poll) => !fails[poll]);
		const { fallen } = crossings(seen, plan.line);
		if (fallen.length > missing) continue;
		missing -= fallen.length;
		moving.push(history);
	}
	if (moving.length > plan.products) throw new Error(`That takes ${moving.length} products`);
	return { moving, fails };
}

/** The quantity of a product at a poll. */
export const quantityAt = ({ moving }: Histories, product: number, poll: number): number =>
	moving[product]?.[poll] ?? PLENTY;

/** So many polls fail, whichever. */
function shuffled({ polls, failing }: HistoryPlan, random: () => number): boolean[] {
	return Array.from({ length: polls }, (_, poll) => ({ poll, at: poll === 0 ? 1 : random() }))
		.sort((one, other) => one.at - other.at)
		.map(({ poll }, rank) => ({ poll, fails: rank < failing }))
		.sort((one, other) => one.poll - other.poll)
		.map(({ fails }) => fails);
}

/** A product goes from one level to another at any time, and to the very edges of each. */
function makeHistory({ polls, line: { at, margin } }: HistoryPlan, random: () => number): History {
	const between = (least: number, most: number): number =>
		least + Math.floor(random() * (most - least + 1));
	const levels: Array<() => number> = [
		() => between(at + margin, PLENTY),
		() => at + Math.max(1, margin),
		() => between(at + 1, at + Math.max(1, margin - 1)),
		() => between(1, at),
		() => at,
		() => 0,
	];
	const calm = between(1, LONGEST_CALM);
	const history: number[] = [];
	while (history.length < polls) {
		const units = levels[between(0, levels.length - 1)]?.() ?? PLENTY;
		history.push(...Array.from({ length: between(1, calm) }, () => units));
	}
	return history.slice(0, polls);
}
