/** Where a product is low, and how far it must rise above that to be well again. */
export interface Line {
	at: number;
	margin: number;
}

/** At which of the polls a product has fallen, and at which it was well again. */
export interface Crossings {
	fallen: number[];
	risen: number[];
}

/**
 * The crossings in what polls have seen of a product. What is not decided (above the line, but not by
 * the margin) counts as what came before it, and a product begins well.
 */
export function crossings(seen: readonly number[], { at, margin }: Line): Crossings {
	const decided = seen.flatMap((units, poll) => {
		const isDown = units <= at;
		return isDown || units >= at + margin ? [{ poll, isDown }] : [];
	});
	const turns = decided.filter(({ isDown }, index) => {
		const before = decided[index - 1]?.isDown ?? false;
		return isDown !== before;
	});
	const pollsOf = (down: boolean): number[] =>
		turns.flatMap(({ poll, isDown }) => (isDown === down ? [poll] : []));
	return { fallen: pollsOf(true), risen: pollsOf(false) };
}
