/** What a poll sees of one product. */
export type Sight =
	| { kind: 'missing' }
	| { kind: 'unwatched' }
	/** Units of its only lot; undefined if that is not in the list. */
	| { kind: 'there'; quantity: number; lotUnits: number | undefined };

/** What all polls see of one product. */
export interface History {
	sights: readonly Sight[];
	/** Whether its lot expires soon, for each poll. */
	isSoon: readonly boolean[];
	threshold: number;
	margin: number;
}

/**
 * What a poll has to tell of a product, found in all that was ever seen of it and without a memory:
 * it has crossed a line if it is below and has been above, by the margin, since it was below last.
 */
export function kindsToTell(
	{ sights, isSoon, threshold, margin }: History,
	poll: number,
): string[] {
	const seen = sights
		.slice(0, poll + 1)
		.map((sight, index) => ({ ...sight, isSoon: isSoon[index] === true }));
	const watched = afterLast(seen, ({ kind }) => kind === 'unwatched');
	const there = watched.flatMap((one) => (one.kind === 'there' ? [one] : []));
	const now = there.at(-1);
	if (!now || sights[poll]?.kind !== 'there') return [];
	const past = there.slice(0, -1);

	const isClear = (line: number, quantity: number): boolean =>
		quantity > line && quantity >= line + margin;
	const wasDown = (line: number): boolean => {
		const isBelow = ({ quantity }: typeof now): boolean => quantity <= line;
		const since = afterLast(past, isBelow);
		return past.some(isBelow) && !since.some(({ quantity }) => isClear(line, quantity));
	};
	const isLotDue = ({ lotUnits = 0, isSoon: soon }: typeof now): boolean => lotUnits > 0 && soon;
	// A lot that has left the list is another one when it comes back.
	const sinceListed = afterLast(past, ({ lotUnits }) => lotUnits === undefined);

	const facts = {
		low: now.quantity <= threshold && !wasDown(threshold),
		restocked: isClear(threshold, now.quantity) && wasDown(threshold),
		outOfStock: now.quantity <= 0 && !wasDown(0),
		lotExpiring: isLotDue(now) && !sinceListed.some(isLotDue),
	};
	return Object.entries(facts).flatMap(([kind, isToTell]) => (isToTell ? [kind] : []));
}

/** What comes after the last entry of a kind; everything if there is none. */
function afterLast<T>(list: readonly T[], isKind: (entry: T) => boolean): T[] {
	const after = [...list].reverse().findIndex(isKind);
	return after < 0 ? [...list] : list.slice(list.length - after);
}
