/** Lets so many run at once; the others wait for their turn. */
export class Turns {
	private readonly waiting: (() => void)[] = [];
	private active = 0;

	constructor(private readonly atOnce: number) {}

	async take<T>(work: () => Promise<T>): Promise<T> {
		if (this.active >= this.atOnce) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		} else this.active += 1;
		try {
			return await work();
		} finally {
			// The turn is handed on rather than given up, so that nobody slips in between.
			const next = this.waiting.shift();
			if (next === undefined) this.active -= 1;
			else next();
		}
	}
}
