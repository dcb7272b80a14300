/** Texts without those that are empty. */
export function given<T extends Record<string, string>>(texts: T): Partial<T> {
	const filled: Partial<T> = { ...texts };
	for (const key in filled) if (filled[key] === '') delete filled[key];
	return filled;
}
