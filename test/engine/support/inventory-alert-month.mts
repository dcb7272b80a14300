import type { IDataObject } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.mts';
import { seededRandom } from '../../sandbox/shared/random.mts';
import type { PollHost } from '../harness/index.mts';
import type { Line } from './inventory-alert-crossings.mts';
import type { AlertDesk } from './inventory-alert-desk.mts';
import { quantityAt, type Histories } from './inventory-alert-history.mts';
import { failingNames, failingPages } from './inventory-alert-troubles.mts';

export const START = Date.parse('2026-01-01T00:00:00.000Z');
const DAYS = 30;
export const DAY_MS = 24 * 60 * 60_000;

export interface Month {
	histories: Histories;
	products: number;
	line: Line;
	polls: number;
	alerts: string[];
	cursors: 'classic' | 'durable';
	seed: number;
	/** When the lot of a product expires, in days from the start. */
	lotDay?: (product: number) => number;
	expiryDays?: number;
}

export interface MonthResult {
	/** Every alert as "kind SKU poll". */
	told: string[];
	items: IDataObject[];
	/** The polls that failed. */
	failed: number[];
	restarts: number;
	/** Bytes of the most that was stored. */
	mostStored: number;
	skus: string[];
}

export const timeOf = ({ polls }: Month, poll: number): number =>
	START + (poll * DAYS * DAY_MS) / polls;

/** The poll before which n8n dies, one for each day. */
function restartsOf({ polls, seed }: Month): Set<number> {
	const random = seededRandom(seed);
	const perDay = polls / DAYS;
	const days = Array.from({ length: DAYS }, (_, day) => day);
	// Not before the first poll of all: nothing is up by then.
	return new Set(days.map((day) => Math.max(1, day * perDay + Math.floor(random() * perDay))));
}

/** Whether a product falls at a poll for sure: it was well at the last one that did not fail. */
function hasFall({ histories: { moving, fails }, line }: Month, poll: number): boolean {
	const last = fails.lastIndexOf(false, poll - 1);
	return moving.some((history) => {
		const before = last < 0 ? Infinity : (history[last] ?? 0);
		return before >= line.at + line.margin && before > line.at && (history[poll] ?? 0) <= line.at;
	});
}

/** Lets a month pass: the stock changes, polls fail, and n8n dies once a day. */
export async function runMonth(desk: AlertDesk, month: Month): Promise<MonthResult> {
	const { line, alerts, cursors, expiryDays = 0 } = month;
	const { faults, log } = desk.sandbox;
	const skus = addProducts(desk, month);
	const parameters = { alerts, threshold: line.at, margin: line.margin, expiryDays };
	const host = desk.host(parameters, { cursors, run: false });
	const deaths = restartsOf(month);
	const random = seededRandom(month.seed + 1);
	const result: MonthResult = { skus, items: [], told: [], failed: [], restarts: 0, mostStored: 0 };
	let isUp = true;
	for (let poll = 0; poll < month.polls; poll += 1) {
		jest.setSystemTime(timeOf(month, poll));
		changeStock(desk, month, skus, poll);
		if (month.histories.fails[poll]) faults.add(troubleAt(month, poll, random));
		if (deaths.has(poll)) {
			isUp = false;
			result.restarts += 1;
		}
		const seen = host.outputs().length;
		const polled: Polled = poll === 0 ? await start(host) : await pollOnce(host, isUp, month);
		({ isUp } = polled);
		if (polled.error !== undefined) result.failed.push(poll);
		const items = host.outputs().slice(seen);
		result.items.push(...items);
		result.told.push(...items.map(({ alert, sku }) => `${String(alert)} ${String(sku)} ${poll}`));
		const stored = Buffer.byteLength(JSON.stringify(host.staticData()));
		result.mostStored = Math.max(result.mostStored, stored);
		faults.clear();
		log.clear();
	}
	return result;
}

function changeStock(
	{ sandbox: { flexport } }: AlertDesk,
	{ histories: { moving } }: Month,
	skus: readonly string[],
	poll: number,
): void {
	moving.forEach((history, product) => {
		const [before, onHand] = [history[poll - 1] ?? history[0], history[poll]];
		const sku = skus[product];
		if (sku === undefined || onHand === undefined || onHand === before) return;
		flexport.setInventory(sku, 'DEFAULT', { onHand });
	});
}

/** Fails a poll at any page, or when it is known already that there is something to tell. */
function troubleAt(month: Month, poll: number, random: () => number): FaultRule {
	const [where, page] = [random(), random()];
	if (where < 0.3 && hasFall(month, poll)) return failingNames(poll);
	return failingPages(poll, 1 + Math.floor((page * month.products) / 100));
}

async function start(host: PollHost): Promise<Polled> {
	await host.activate();
	return { error: undefined, isUp: true };
}

interface Polled {
	error: unknown;
	/** Whether n8n polls by itself from now on. */
	isUp: boolean;
}

/** A poll; where n8n is down, the one with which it goes on when it starts. */
async function pollOnce(host: PollHost, isUp: boolean, { cursors }: Month): Promise<Polled> {
	if (!isUp) {
		const error = await host.restart().then(
			() => undefined,
			(reason: unknown) => reason,
		);
		// With durable cursors, n8n does not poll when it starts, but when it is time.
		if (cursors === 'classic') return { error, isUp: error === undefined };
	}
	return { error: (await host.poll()).error, isUp: true };
}

function addProducts(desk: AlertDesk, month: Month): string[] {
	const { histories, products, lotDay } = month;
	const made = desk.sandbox.flexport.addProducts(products, (product) => {
		const onHand = quantityAt(histories, product, 0);
		if (!lotDay) return { inventory: { DEFAULT: { onHand } } };
		const expirationDate = new Date(START + lotDay(product) * DAY_MS).toISOString();
		return { inventory: { DEFAULT: { onHand, lots: [{ expirationDate, available: 1 }] } } };
	});
	return made.map(({ logisticsSku }) => logisticsSku);
}
