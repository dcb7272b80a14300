/** False for text that begins with a day that no calendar has, such as 2030-02-31. */
export function isOnCalendar(text: string): boolean {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
	if (day === undefined) return true;
	return (
		new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day)
	);
}
