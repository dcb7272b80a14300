import { readdirSync } from 'node:fs';
import type { IConnections, INode, IPinData } from 'n8n-workflow';
import { readText } from '../support/built-package.mts';

export const FOLDER = 'examples';

export const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** A workflow to import, as its file has it. */
export interface Example {
	/** Without its ending. */
	file: string;
	text: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	pinData?: IPinData;
	settings: { executionOrder: string };
	active: boolean;
	tags: unknown[];
}

/** All of them. */
export function readExamples(): Example[] {
	const files = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
	return files.sort().map((file) => {
		const text = readText(`${FOLDER}/${file}.json`);
		return { file, text, ...JSON.parse(text) };
	});
}

/** From which node to which, over all kinds of connections. */
export function linksOf({ connections }: Example): Array<{ from: string; to: string }> {
	return Object.entries(connections).flatMap(([from, kinds]) =>
		Object.values(kinds)
			.flat(2)
			.flatMap((link) => (link ? [{ from, to: link.node }] : [])),
	);
}

/** What is no note. */
export const workingNodes = ({ nodes }: Example): INode[] =>
	nodes.filter(({ type }) => type !== STICKY_NOTE);
