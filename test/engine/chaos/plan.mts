import { diceOf, type Dice } from './dice.mts';
import {
	EXPIRED,
	LOSING,
	PASSING,
	PASSING_WITH_NEW_TOKENS,
	type Disturbance,
} from './disturbances.mts';

/**
 * - `none`: nothing goes wrong
 * - `passes`: what goes wrong passes before the node gives up
 * - `stays`: every sending of the write is lost
 * - `refused`: the token is refused in the end
 */
export type Course = 'none' | 'passes' | 'stays' | 'refused';

/** What happens to the requests of one write, one after the other. */
export interface Plan {
	course: Course;
	/** To those that read before the write is sent. */
	before: readonly Disturbance[];
	/** To the sendings of the write itself. */
	sendings: readonly Disturbance[];
	/** To those that look whether it was done, and all others after it was sent. */
	looks: readonly Disturbance[];
}

const UNDISTURBED: Plan = { course: 'none', before: [], sendings: [], looks: [] };

const TOKENS_EXPIRE: Plan = {
	...UNDISTURBED,
	course: 'passes',
	sendings: [{ kind: 'tokensExpire' }],
};

/** Not often, as tokens last for hours: of two that expire within one request n8n renews one. */
const EXPIRES_AT = 500;

/** More than a third of all, as not every one that is planned must come. */
const DISTURBED = 0.45;

/** More than any request is sent. */
const ALWAYS = 30;

const COURSES: ReadonlyArray<readonly [number, Exclude<Course, 'none'>]> = [
	[88, 'passes'],
	[9, 'stays'],
	[3, 'refused'],
];

/** What goes wrong with a write: the same for the same seed and number. */
export function planOf(seed: number, number: number, renewsTokens: boolean): Plan {
	const dice = diceOf(seed, number);
	if (renewsTokens && number % EXPIRES_AT === seed % EXPIRES_AT) return TOKENS_EXPIRE;
	if (!dice.chance(DISTURBED)) return UNDISTURBED;
	return PLANS[dice.pick(COURSES)](dice, renewsTokens);
}

const PLANS: Readonly<
	Record<Exclude<Course, 'none'>, (dice: Dice, renewsTokens: boolean) => Plan>
> = {
	passes(dice, renewsTokens) {
		const chances = renewsTokens ? PASSING_WITH_NEW_TOKENS : PASSING;
		const some = (rate: number, most: number) =>
			dice.chance(rate) ? apart(dice.several(1 + dice.below(most), chances)) : [];
		const [before, looks] = [some(0.25, 2), some(0.35, 2)];
		return { course: 'passes', before, sendings: some(1, 3), looks };
	},
	stays(dice) {
		const looks = dice.chance(0.4) ? dice.several(ALWAYS, LOSING) : [];
		return { course: 'stays', before: [], sendings: dice.several(ALWAYS, LOSING), looks };
	},
	refused(dice) {
		// Two in a row: n8n gets a new token after the first, where it can.
		const sendings = [...dice.several(dice.below(2), LOSING), ...Array(ALWAYS).fill(EXPIRED)];
		return { course: 'refused', before: [], sendings, looks: [] };
	},
};

/** A new token that is refused as well is a final answer: such refusals do not follow each other. */
function apart(list: readonly Disturbance[]): Disturbance[] {
	return list.filter((one, at) => one !== EXPIRED || list[at - 1] !== EXPIRED);
}
