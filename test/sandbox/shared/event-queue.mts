/** Something that is to happen at a moment. */
export interface QueuedEvent {
	at: number;
	order: number;
	cancelled: boolean;
	run: () => void | Promise<void>;
}

function isBefore(a: QueuedEvent, b: QueuedEvent): boolean {
	return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/**
 * A binary heap of events by time. Events of the same moment come out in the order they went in,
 * so that what a test sees does not depend on luck.
 */
export class EventQueue {
	private readonly heap: QueuedEvent[] = [];
	private sequence = 0;

	push(at: number, run: QueuedEvent['run']): QueuedEvent {
		const event: QueuedEvent = { at, order: this.sequence++, cancelled: false, run };
		let index = this.heap.push(event) - 1;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			const above = this.heap[parent];
			if (above === undefined || !isBefore(event, above)) break;
			this.heap[index] = above;
			index = parent;
		}
		this.heap[index] = event;
		return event;
	}

	/** The next event that was not cancelled, left in the queue. */
	peek(): QueuedEvent | undefined {
		while (this.heap[0]?.cancelled) this.removeFirst();
		return this.heap[0];
	}

	/** Takes the next event out if its time has come. */
	takeDue(now: number): QueuedEvent | undefined {
		const first = this.peek();
		if (first === undefined || first.at > now) return undefined;
		this.removeFirst();
		return first;
	}

	clear(): void {
		this.heap.length = 0;
	}

	private removeFirst(): void {
		const last = this.heap.pop();
		if (last === undefined || this.heap.length === 0) return;
		let index = 0;
		for (;;) {
			const left = index * 2 + 1;
			const right = left + 1;
			const leftEvent = this.heap[left];
			const rightEvent = this.heap[right];
			if (leftEvent === undefined) break;
			const child = rightEvent !== undefined && isBefore(rightEvent, leftEvent) ? right : left;
			const smallest = child === right && rightEvent !== undefined ? rightEvent : leftEvent;
			if (!isBefore(smallest, last)) break;
			this.heap[index] = smallest;
			index = child;
		}
		this.heap[index] = last;
	}
}
