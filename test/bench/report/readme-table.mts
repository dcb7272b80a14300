import type { Section } from './section.mts';

const BEGIN = '<!-- figures of npm run bench -->';
const END = '<!-- end of the figures -->';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The table that the README shows. */
export function readmeTable(sections: readonly Section[], where: string): string {
	const head = ['Work', 'This package', 'HTTP Request', 'Floor'];
	const rows = sections.flatMap(({ shown }) => shown);
	return [row(head), row(head.map(() => '---')), ...rows.map(row), '', where].join('\n');
}

/** A text in which something else stands between the markers. */
export function withFigures(text: string, figures: string): string {
	const begin = text.indexOf(BEGIN);
	const end = text.indexOf(END);
	if (begin < 0 || end < begin) throw new Error(`There is no place for figures: ${BEGIN}`);
	return `${text.slice(0, begin + BEGIN.length)}\n\n${figures}\n\n${text.slice(end)}`;
}
