import type { Account } from '../sandbox/protocol.mts';

/** Requests in flight of those that are told how many: as many as our nodes have at most. */
export const IN_FLIGHT = 64;

/** Somebody who does the same work as our nodes. */
export interface Contender {
	name: string;
	/** Creates so many orders, and gives how many succeeded. */
	create(account: Account, count: number): Promise<number>;
	/** Reads the whole stock list, and gives the number of rows. */
	list(account: Account): Promise<number>;
}

/** Rows of one page: the most that Flexport gives (Products API: limit is capped at 100). */
export const PAGE_SIZE = 100;

export const API_PATH = '/logistics/api/2026-02';
