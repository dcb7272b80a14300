import { Executions, type Start } from '../harness/host/executions.mts';

/** What an n8n under test does when it is to start the workflow for an event. */
export interface Interference {
	/** How often it has been about to start it. */
	times: () => number;
	/** From now on it starts it as ever. */
	end: () => void;
}

/**
 * Lets n8n fail to start the workflow for an event, or for every one: its database is away, say.
 * @param ready the failure waits for it
 */
export function failStart(eventId: string | undefined, ready?: Promise<void>): Interference {
	return interfere(eventId, async () => {
		await ready;
		throw new Error('The database is away');
	});
}

/** Lets n8n take its time to start the workflow for an event, or for every one. */
export function delayStart(eventId: string | undefined, ready: Promise<void>): Interference {
	return interfere(eventId, () => ready);
}

const isOf = ({ items }: Start, eventId: string | undefined) =>
	eventId === undefined || items[0]?.[0]?.json.eventId === eventId;

function interfere(eventId: string | undefined, work: () => Promise<void>): Interference {
	const { start } = Executions.prototype;
	let times = 0;
	const spy = jest.spyOn(Executions.prototype, 'start').mockImplementation(async function (
		this: Executions,
		started,
	) {
		if (isOf(started, eventId)) {
			times += 1;
			await work();
		}
		return await start.call(this, started);
	});
	return { times: () => times, end: () => spy.mockRestore() };
}

/** A promise that is kept when it is told to. */
export function gate(): { opened: Promise<void>; open: () => void } {
	let open = (): void => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { opened, open };
}
