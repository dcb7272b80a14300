import type { Must, Section } from './section.mts';

/** A table as text: the first column to the left, the others to the right. */
export function textTable(rows: readonly string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
			)
			.join('  ')
			.trimEnd();
	const [head = [], ...body] = rows;
	return [line(head), '-'.repeat(line(head).length), ...body.map(line)].join('\n');
}

const mustLine = ({ met, line }: Must): string => `${met ? 'met   ' : 'MISSED'}  ${line}`;

/** Prints a section as soon as it is there. */
export function printSection({ title, table, notes = [], musts }: Section): void {
	const lines = ['', title, '', textTable(table), ...notes, '', ...musts.map(mustLine)];
	console.log(lines.join('\n'));
}
