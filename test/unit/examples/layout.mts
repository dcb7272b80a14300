import type { INode } from 'n8n-workflow';
import { STICKY_NOTE } from './example-files.mts';

/** What a node takes up on the canvas. */
interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const NODE = 96;
/** The name below a node is wider than the node, and has up to two lines. */
const NAME = { beside: 40, below: 50 };
/** An AI agent is wide, for the connectors below it. */
const WIDE: Readonly<Record<string, number>> = { '@n8n/n8n-nodes-langchain.agent': 256 };

function boxOf({ name, type, position: [left, top], parameters }: INode): Box {
	if (type === STICKY_NOTE) {
		const { width, height } = parameters;
		return { name, left, top, right: left + Number(width), bottom: top + Number(height) };
	}
	return {
		name,
		left: left - NAME.beside,
		top,
		right: left + (WIDE[type] ?? NODE) + NAME.beside,
		bottom: top + NODE + NAME.below,
	};
}

const meet = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Pairs of notes and nodes that lie over one another. */
export function overlaps(nodes: readonly INode[]): string[] {
	const boxes = nodes.map(boxOf);
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter((other) => meet(one, other))
			.map((other) => `${one.name} and ${other.name}`),
	);
}

/** Roughly the letters of a line per pixel of a note, and the height of a line. */
const LETTERS = 1 / 7;
const LINE = 21;
const EDGES = 40;

/** Notes whose text does not find room in them. */
export function tooLongNotes(nodes: readonly INode[]): string[] {
	return nodes
		.filter(({ type }) => type === STICKY_NOTE)
		.filter(({ parameters: { content, width, height } }) => {
			const letters = (Number(width) - EDGES) * LETTERS;
			const lines = String(content)
				.replaceAll('**', '')
				.split('\n')
				.map((line) => Math.max(0.5, Math.ceil(line.length / letters)));
			return lines.reduce((sum, count) => sum + count, 0) * LINE + EDGES > Number(height);
		})
		.map(({ name }) => name);
}
