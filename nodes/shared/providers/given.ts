/** Texts without those that are empty. */
export function given<T extends Record<string, string>>(texts: T): Partial<T> {
	const filled: Partial<T> = {};
	for (const key in texts) if (texts[key] !== '') filled[key] = texts[key];
	return filled;
}
