/** Columns as wide as their widest cell, numbers to the right. */
export function table(
	columns: readonly string[],
	rows: ReadonlyArray<ReadonlyArray<string | number>>,
): string[] {
	const widths = columns.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length)),
	);
	const write = (cells: ReadonlyArray<string | number>) =>
		cells
			.map((cell, column) => {
				const width = widths[column] ?? 0;
				return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
			})
			.join('  ')
			.trimEnd();
	return [write(columns), write(widths.map((width) => '-'.repeat(width))), ...rows.map(write)];
}
