/** Work under way, by what it is about. */
const underWay = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Lets work about the same thing happen one after the other, in the order it was asked for, while
 * everything else goes on side by side.
 *
 * @param scope what the names belong to, e.g. a session
 * @param name what the work is about, e.g. an external order ID
 */
export async function oneAtATime<T>(
	scope: object,
	name: string,
	work: () => Promise<T>,
): Promise<T> {
	const names = underWay.get(scope) ?? new Map<string, Promise<unknown>>();
	underWay.set(scope, names);
	const before = names.get(name) ?? Promise.resolve();
	const own = before.then(work, work);
	names.set(name, own);
	try {
		return await own;
	} finally {
		if (names.get(name) === own) names.delete(name);
	}
}
