import { createHash } from 'node:crypto';

/** Where a page of a list begins, and what the list was when its first page was asked for. */
export interface PageToken {
	direction: 'next' | 'previous';
	/** The shipment that the page follows, or comes before. */
	edgeId: string;
	/** Fingerprint of the filters. */
	filters: string;
	/** Begin of the last 24 hours, for a list without filters; otherwise 0. */
	since: number;
	/** Shipments that came later do not belong to the list. */
	lastSequence: number;
}

/** Six hexadecimal digits that differ for different filters. */
export function fingerprint(filters: unknown): string {
	return createHash('sha256').update(JSON.stringify(filters)).digest('hex').slice(0, 6);
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');

/** Writes a token like the documented one: base64 of three ids and the direction. */
export function writeToken(token: PageToken): string {
	const { direction, edgeId, filters, since, lastSequence } = token;
	const list = filters + hex(since, 12) + hex(lastSequence, 6);
	return Buffer.from(`${edgeId}_${list}_${edgeId}_${direction}`).toString('base64');
}

const TOKEN = /^(.+)_([0-9a-f]{6})([0-9a-f]{12})([0-9a-f]{6})_\1_(next|previous)$/s;

/** Reads a token back, if it is one. */
export function readToken(text: string): PageToken | undefined {
	const decoded = Buffer.from(text, 'base64').toString('utf8');
	const [, edgeId, filters, since, lastSequence, direction] = TOKEN.exec(decoded) ?? [];
	if (edgeId === undefined || filters === undefined) return undefined;
	const token: PageToken = {
		edgeId,
		filters,
		since: parseInt(since ?? '', 16),
		lastSequence: parseInt(lastSequence ?? '', 16),
		direction: direction === 'previous' ? 'previous' : 'next',
	};
	return writeToken(token) === text ? token : undefined;
}
