/** A date as ISO 8601; an invalid one in JavaScript's own words, for a check to name. */
export function dateText(date: Date): string {
	return Number.isNaN(date.getTime()) ? String(date) : date.toISOString();
}
