import { inputFailure } from '../../failure';
import { id, type Json } from '../../read';
import type { CancelledLine } from '../order-provider';
import { linesOf, openUnits } from './order';

/** A line of an order, and how many units of it are to be cancelled. */
export interface CancelledUnits {
	line: Json;
	quantity: number;
}

/** What a person may call a line, the finest first: its own ID, theirs, its product. */
const KEYS = ['id', 'upstreamId', 'inventoryItemId'] as const;

/** Every line that has open units, with all of them. */
export function openLines(order: Json): CancelledUnits[] {
	return linesOf(order)
		.map((line) => ({ line, quantity: openUnits(line) }))
		.filter(({ quantity }) => quantity > 0);
}

/**
 * The lines that a person chose, each once.
 *
 * @param name the order, for messages
 * @throws Failure of kind `input` for a line that there is not, or more units than are open
 */
export function chosenLines(
	order: Json,
	name: string,
	wanted: readonly CancelledLine[],
): CancelledUnits[] {
	const chosen = new Map<Json, number>();
	const left = (line: Json): number => openUnits(line) - (chosen.get(line) ?? 0);
	const lines = linesOf(order);
	for (const { id: wish, quantity } of wanted) {
		const named = linesNamed(lines, wish);
		const line = named.find((one) => left(one) > 0) ?? named[0];
		if (!line) throw noLine(name, wish);
		const open = left(line);
		if (open <= 0) throw nothingLeft(name, wish);
		const units = quantity ?? open;
		if (units < 1 || units > open) throw tooMany(wish, units, open);
		chosen.set(line, (chosen.get(line) ?? 0) + units);
	}
	return [...chosen].map(([line, quantity]) => ({ line, quantity }));
}

function linesNamed(lines: readonly Json[], wish: string): Json[] {
	const found = KEYS.map((key) => lines.filter((line) => id(line[key]) === wish));
	return found.find((some) => some.length > 0) ?? [];
}

const LABEL = 'Lines to Cancel';

const noLine = (name: string, wish: string) =>
	inputFailure(
		`${name} has no line item "${wish}"`,
		`Give the ID of a line item, your own ID of it, or its product in '${LABEL}'.`,
		LABEL,
	);

const nothingLeft = (name: string, wish: string) =>
	inputFailure(
		`Nothing of the line item "${wish}" of ${name} can be cancelled any more`,
		`Take it out of '${LABEL}'. Nothing was changed.`,
		LABEL,
	);

const tooMany = (wish: string, units: number, open: number) =>
	inputFailure(
		`'Quantity' of the line item "${wish}" is ${units}, but ${open} can be cancelled`,
		`Give a number from 1 to ${open}.`,
		LABEL,
	);
