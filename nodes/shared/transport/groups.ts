import { sleep } from 'n8n-workflow';

/** Requests that begin together. */
const SIZE = 4;

/**
 * Lets requests begin a few at a time, and the process do its other work in between. Those that begin
 * all at once leave only when the last of them is made, wait at the same time and are answered at the
 * same time; that takes longer, and nothing else in n8n goes on meanwhile.
 */
export class Groups {
	private free = SIZE;

	private waiting: Array<{ of: object; begin: () => void }> = [];

	private isGoing = false;

	/**
	 * Waits for a group that has room.
	 * @param of whom it belongs to
	 */
	async join(of: object): Promise<void> {
		if (!this.isGoing) void this.go();
		if (this.free > 0) this.free -= 1;
		else await new Promise<void>((begin) => this.waiting.push({ of, begin }));
	}

	/** Lets all of somebody who wait wait no longer. */
	release(of: object): void {
		const released = this.waiting.filter((one) => one.of === of);
		this.waiting = this.waiting.filter((one) => one.of !== of);
		for (const { begin } of released) begin();
	}

	private async go(): Promise<void> {
		this.isGoing = true;
		do {
			await sleep(0);
			const group = this.waiting.splice(0, SIZE);
			this.free = SIZE - group.length;
			for (const { begin } of group) begin();
		} while (this.free < SIZE);
		this.isGoing = false;
	}
}
