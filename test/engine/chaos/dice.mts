import { seededRandom } from '../../sandbox/shared/random.mts';

/** Chances that fall the same way for the same seed. */
export interface Dice {
	/** True so often. */
	chance(rate: number): boolean;
	/** A whole number from 0 to below `count`. */
	below(count: number): number;
	/** One of a list, each as likely as its weight. */
	pick<T>(list: ReadonlyArray<readonly [weight: number, value: T]>): T;
	/** So many of a list, one may come twice. */
	several<T>(count: number, list: ReadonlyArray<readonly [weight: number, value: T]>): T[];
}

/** Two seeds that differ in one number give other chances from the first on. */
export function diceOf(...numbers: readonly number[]): Dice {
	const random = seededRandom(
		numbers.reduce((mixed, number) => Math.imul(mixed ^ number, 0x9e3779b1) + number, 1),
	);
	random();
	const pick: Dice['pick'] = (list) => {
		const total = list.reduce((sum, [weight]) => sum + weight, 0);
		let left = random() * total;
		for (const [weight, value] of list) {
			left -= weight;
			if (left < 0) return value;
		}
		const [first] = list;
		if (first === undefined) throw new Error('There is nothing to pick from.');
		return first[1];
	};
	return {
		chance: (rate) => random() < rate,
		below: (count) => Math.floor(random() * count),
		pick,
		several: (count, list) => Array.from({ length: count }, () => pick(list)),
	};
}
