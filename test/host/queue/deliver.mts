import type { ComposedMessage } from '../../sandbox/shared/webhook-control.mts';

/** Senders at the same time. */
const AT_ONCE = 24;

/** Sends a message and gives the status of the answer, however long it takes. */
export async function deliver({ url, method, headers, body }: ComposedMessage): Promise<number> {
	const answer = await fetch(url, { method, headers, body });
	await answer.arrayBuffer();
	return answer.status;
}

/** Sends many in their order, some at a time, so that copies that stand together go out together. */
export async function deliverAll(messages: readonly ComposedMessage[]): Promise<number[]> {
	const statuses: number[] = [];
	const queue = messages.entries();
	const sender = async () => {
		for (const [place, message] of queue) statuses[place] = await deliver(message);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, sender));
	return statuses;
}
