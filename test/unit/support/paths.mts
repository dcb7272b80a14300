/** The places in a JSON value, without their values: "lineItems[].quantity". */
export function pathsOf(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((one: unknown) => pathsOf(one, `${at}[]`));
	if (typeof value !== 'object' || value === null) return [at];
	return Object.entries(value)
		.flatMap(([key, inner]) => pathsOf(inner, at === '' ? key : `${at}.${key}`))
		.sort();
}
