/** What every listed object has. */
export interface Listed {
	createdMs: number;
	/** Counts up; objects of the same moment are listed by it. */
	sequence: number;
}

/** Objects that are listed newest first and found by id in constant time. */
export class CursorList<T extends Listed> {
	/** In the order in which they came. */
	readonly all: T[] = [];
	private readonly byId = new Map<string, T>();
	private sorted: { rows: readonly T[]; places: ReadonlyMap<T, number> } | undefined;

	add(id: string, object: T): void {
		this.all.push(object);
		this.byId.set(id, object);
		this.sorted = undefined;
	}

	find(id: string): T | undefined {
		return this.byId.get(id);
	}

	newestFirst(): readonly T[] {
		return this.inOrder().rows;
	}

	/** The place of an object in the list, or undefined if there is none with this id. */
	placeOf(id: string): number | undefined {
		const object = this.byId.get(id);
		return object === undefined ? undefined : this.inOrder().places.get(object);
	}

	private inOrder() {
		this.sorted ??= this.sort();
		return this.sorted;
	}

	private sort() {
		const rows = [...this.all].sort((a, b) => b.createdMs - a.createdMs || b.sequence - a.sequence);
		return { rows, places: new Map(rows.map((row, index) => [row, index])) };
	}
}
