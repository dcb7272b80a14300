/** The value at a path of an item; undefined where the path ends early. */
export function at(value: unknown, ...path: Array<string | number>): unknown {
	return path.reduce<unknown>(
		(found, key) =>
			typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined,
		value,
	);
}

/** The same as text; empty where there is nothing. */
export function textAt(value: unknown, ...path: Array<string | number>): string {
	const found = at(value, ...path);
	return found === undefined || found === null ? '' : String(found);
}

/** The same as a number, for columns of figures. */
export function numberAt(value: unknown, ...path: Array<string | number>): number {
	return Number(at(value, ...path));
}
