/** Waits in real time that all end at once when the sandbox closes. */
export class Delays {
	private readonly waiting = new Map<NodeJS.Timeout, () => void>();
	private closed = false;

	wait(ms: number): Promise<void> {
		if (this.closed || ms <= 0) return Promise.resolve();
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				this.waiting.delete(timer);
				resolve();
			}, ms);
			this.waiting.set(timer, resolve);
		});
	}

	close(): void {
		this.closed = true;
		for (const [timer, resolve] of this.waiting) {
			clearTimeout(timer);
			resolve();
		}
		this.waiting.clear();
	}
}
