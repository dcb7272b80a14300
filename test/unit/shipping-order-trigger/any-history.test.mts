import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import { readState, writeState } from '../../../nodes/ShippingOrderTrigger/change-state.ts';
import { readChanges, updatedAt } from '../../../nodes/ShippingOrderTrigger/read-changes.ts';
import { Ledger } from '../../engine/support/shipping-trigger-ledger.mts';
import { Updates } from '../../engine/support/shipping-trigger-updates.mts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { valueOf } from '../support/ends.mts';
import { movingList, type ListKind, type Row } from './moving-list.mts';
import { MINUTE, NOON } from './read-in-turn.mts';

const POLLS = extent(40, 15);
const HISTORIES = extent(10, 2);

interface History {
	seed: number;
	kind: ListKind;
	/** How far the clock of the API is ahead of that of n8n. */
	skewMs: number;
	/** n8n stores what is known only with what it tells, and dies now and then. */
	dies: boolean;
}

beforeEach(useFakeTime);
afterEach(useRealTime);

const copyOf = (stored: IDataObject): IDataObject => JSON.parse(JSON.stringify(stored));

/** Lets a trigger poll every minute through a history, and gives what did not add up. */
async function play({ seed, kind, skewMs, dies }: History): Promise<Ledger> {
	const ledger = new Ledger();
	const updates = new Updates(seed, 40);
	const rows = new Map<string, Row>();
	let now = NOON;
	/** A few milliseconds pass with each update; some share one. */
	const update = (one = updates.next()): void => {
		now += Math.floor(updates.random() * 3);
		const at = now + skewMs;
		rows.set(one.id, {
			id: one.id,
			status: one.status,
			at,
			madeAt: rows.get(one.id)?.madeAt ?? at,
		});
		ledger.shows(one.id, one.status, at);
	};
	let busy = 0;
	const session = movingList(
		() => [...rows.values()],
		kind,
		() => {
			if (updates.random() < busy) update();
		},
	);
	let memory: IDataObject = {};
	let saved: IDataObject = {};
	const pollOnce = async () => {
		const before = readState(memory, '');
		const { changes, state } = await valueOf(readChanges(session, {}, { before, scope: '', now }));
		writeState(memory, state);
		if (changes.length > 0 || !before || !dies) saved = copyOf(memory);
		return changes.map(({ shipment: { id, status, lastUpdatedAt }, before: last }) => ({
			changeId: [id, status, lastUpdatedAt].join(' '),
			id: String(id),
			providerStatus: String(status),
			previousProviderStatus: last,
			changedAt: new Date(updatedAt({ lastUpdatedAt: lastUpdatedAt ?? null })).toISOString(),
		}));
	};
	for (let index = 0; index < 10; index += 1) update(updates.make());
	await pollOnce();
	ledger.remembered();
	for (let poll = 0; poll < POLLS; poll += 1) {
		now += MINUTE;
		for (let count = Math.floor(updates.random() * 6); count > 0; count -= 1) update();
		if (dies && updates.random() < 0.1) memory = copyOf(saved);
		busy = poll < POLLS - 2 ? 0.3 : 0;
		ledger.pollBegins();
		ledger.pollEnds(await pollOnce());
	}
	return ledger;
}

const KINDS: Array<[string, Omit<ListKind, 'pageSize'>]> = [
	['by last update, newest first', { by: 'at', order: -1 }],
	['by last update, oldest first', { by: 'at', order: 1 }],
	['by creation, newest first', { by: 'madeAt', order: -1 }],
	['by creation, oldest first', { by: 'madeAt', order: 1 }],
];

describe.each(KINDS)('a list %s whose pages shift while it is read', (_name, order) => {
	it.each([
		['whose clock is two minutes behind', -2 * MINUTE],
		['whose clock is five minutes ahead', 5 * MINUTE],
	])('of an API %s: each state is told once', async (_clock, skewMs) => {
		for (let seed = 1; seed <= HISTORIES; seed += 1) {
			const pageSize = 2 + (seed % 5);
			const kind = { ...order, pageSize };
			const ledger = await play({ seed, kind, skewMs, dies: seed % 2 === 0 });
			expect({ seed, findings: ledger.findings }).toEqual({ seed, findings: [] });
			expect(ledger.counts.told).toBeGreaterThan(ledger.counts.states / 2);
		}
	});
});
