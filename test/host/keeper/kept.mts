/** What is made once for each key, when it is first asked for. What could not be made is made anew. */
export class Kept<T> {
	private readonly made = new Map<string, Promise<T>>();

	async get(key: string, make: () => Promise<T>): Promise<T> {
		const kept = this.made.get(key) ?? make();
		this.made.set(key, kept);
		try {
			return await kept;
		} catch (error) {
			this.made.delete(key);
			throw error;
		}
	}

	/** Ends all that was made, and tells the first failure when all is done. */
	async end(endOne: (one: T) => Promise<void>): Promise<void> {
		const made = await Promise.allSettled(this.made.values());
		const ended = await Promise.allSettled(
			made.flatMap((one) => (one.status === 'fulfilled' ? [endOne(one.value)] : [])),
		);
		for (const one of ended) if (one.status === 'rejected') throw one.reason;
	}
}
