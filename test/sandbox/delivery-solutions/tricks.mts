import { rowOf, type Operation } from './error-tables.mts';
import { isStatus, type Status } from './statuses.mts';
import type { ShipmentFields } from './shipment-types.mts';
import type { BrokenRule } from './broken-rules.mts';

const OPERATIONS: readonly Operation[] = ['create', 'get', 'edit', 'cancel', 'retry', 'history'];

/** How a shipment gives out its label. */
export const LABEL_TRICKS = ['link', 'file', 'url', 'none', 'broken', 'page'] as const;
export type LabelTrick = (typeof LABEL_TRICKS)[number];

/** One part of `sandboxFail`: this operation answers this error, so many times. */
export interface FailTrick {
	operation: Operation;
	type: string;
	times: number;
}

const FAIL = /^(\w+) ([A-Z_]+)(?: x(\d+))?$/;

function textOf(attributes: unknown, name: string): string | undefined {
	if (typeof attributes !== 'object' || attributes === null) return undefined;
	const value: unknown = Reflect.get(attributes, name);
	return typeof value === 'string' ? value : undefined;
}

function readFail(part: string): FailTrick | undefined {
	const [, word, type, times] = FAIL.exec(part) ?? [];
	const operation = OPERATIONS.find((name) => name === word);
	if (operation === undefined || type === undefined) return undefined;
	if (rowOf(operation, type) === undefined) return undefined;
	return { operation, type, times: times === undefined ? Infinity : Number(times) };
}

function parts(text: string | undefined, separator: string): string[] {
	return text === undefined ? [] : text.split(separator).map((part) => part.trim());
}

/** What `orderAttributes.sandboxFail` asks for, e.g. "create PLACE_ORDER_FAILED x2; get NOT_FOUND". */
export function failTricks(orderAttributes: unknown): FailTrick[] {
	return parts(textOf(orderAttributes, 'sandboxFail'), ';')
		.map(readFail)
		.filter((trick) => trick !== undefined);
}

/** What `orderAttributes.sandboxLife` asks for: the statuses from the one that create answers on. */
export function lifeTrick(orderAttributes: unknown): readonly Status[] | undefined {
	const words = parts(textOf(orderAttributes, 'sandboxLife'), ',').filter(isStatus);
	return words.length === 0 ? undefined : words;
}

/** What `orderAttributes.sandboxLabel` asks for. */
export function labelTrick(orderAttributes: unknown): LabelTrick {
	const word = textOf(orderAttributes, 'sandboxLabel');
	return LABEL_TRICKS.find((trick) => trick === word) ?? 'link';
}

function unknownWord(
	name: string,
	text: string | undefined,
	word: string | undefined,
): BrokenRule[] {
	if (text === undefined || word === undefined) return [];
	const parameter = `orderAttributes.${name}`;
	return [{ parameter, message: `${parameter}: the sandbox does not know "${word}"` }];
}

/** Words in the tricks that mean nothing: a trick that silently did nothing would mislead. */
export function misspeltTricks({ orderAttributes }: ShipmentFields): BrokenRule[] {
	const life = textOf(orderAttributes, 'sandboxLife');
	const fail = textOf(orderAttributes, 'sandboxFail');
	const label = textOf(orderAttributes, 'sandboxLabel');
	const noStatus = parts(life, ',').find((word) => !isStatus(word));
	const noFailure = parts(fail, ';').find((part) => readFail(part) === undefined);
	const noLabel = LABEL_TRICKS.some((trick) => trick === label) ? undefined : label;
	return [
		...unknownWord('sandboxLife', life, noStatus),
		...unknownWord('sandboxFail', fail, noFailure),
		...unknownWord('sandboxLabel', label, noLabel),
	];
}
