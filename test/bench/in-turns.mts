/** Works through a list, so many at a time, and nothing else. */
export async function inTurns<T, R>(
	list: readonly T[],
	atOnce: number,
	work: (one: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const left = list.entries();
	const worker = async () => {
		for (const [index, one] of left) results[index] = await work(one, index);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
	return results;
}
