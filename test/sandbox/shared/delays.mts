/** Waits that all end at once when the sandbox closes. */
export class Delays {
	private readonly ends = new Set<() => void>();
	private closed = false;

	/** Waits in real time. */
	async wait(ms: number): Promise<void> {
		if (ms <= 0) return;
		await this.endable((resolve) => {
			const timer = setTimeout(resolve, ms);
			return () => clearTimeout(timer);
		});
	}

	/** Waits for something, whatever becomes of it. */
	async until(condition: Promise<unknown>): Promise<void> {
		await this.endable((resolve) => {
			condition.then(resolve, resolve);
			return () => undefined;
		});
	}

	close(): void {
		this.closed = true;
		for (const end of this.ends) end();
	}

	private async endable(begin: (resolve: () => void) => () => void): Promise<void> {
		if (this.closed) return;
		await new Promise<void>((resolve) => {
			const end = () => {
				this.ends.delete(end);
				stop();
				resolve();
			};
			const stop = begin(end);
			this.ends.add(end);
		});
	}
}
