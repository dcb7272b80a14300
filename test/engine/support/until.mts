/** Lets sockets and promises get on, without a timer: works while timers are faked. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits until something has come about. A test that waits in vain runs into its time limit. */
export async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await turn();
}

/** Lets all that is on its way on this machine arrive. Nothing is waited for that needs a timer. */
export async function settled(): Promise<void> {
	for (let turns = 0; turns < 200; turns += 1) await turn();
}
