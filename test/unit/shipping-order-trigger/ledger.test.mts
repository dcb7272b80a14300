import type { IDataObject } from 'n8n-workflow';
import { Ledger } from '../../engine/support/shipping-trigger-ledger.mts';
import { NOON, SECOND } from './read-in-turn.mts';

const at = (seconds: number): number => NOON + seconds * SECOND;

/** What the trigger tells of shipment A. */
const item = (status: string, before: string | null, seconds: number): IDataObject => {
	const changedAt = new Date(at(seconds)).toISOString();
	return {
		changeId: `A ${status} ${changedAt}`,
		id: 'A',
		providerStatus: status,
		previousProviderStatus: before,
		changedAt,
	};
};

/** A was staged when the first poll remembered it, and then came into other states. */
function ledgerOf(...statuses: string[]): Ledger {
	const ledger = new Ledger();
	ledger.shows('A', 'STAGED', at(0));
	ledger.remembered();
	statuses.forEach((status, index) => ledger.shows('A', status, at(index + 1)));
	ledger.pollBegins();
	return ledger;
}

const findings = (ledger: Ledger, ...items: IDataObject[]): string[] => {
	ledger.pollEnds(items);
	return ledger.findings;
};

// The books by which the trigger is judged must be able to find it guilty.
describe('the ledger finds nothing wrong with', () => {
	it('a change that is told', () => {
		expect(findings(ledgerOf('IN_TRANSIT'), item('IN_TRANSIT', 'STAGED', 1))).toEqual([]);
	});

	it('a state that another one followed before a poll could see it', () => {
		const ledger = ledgerOf('IN_TRANSIT', 'ORDER_DELIVERED');
		expect(findings(ledger, item('ORDER_DELIVERED', 'STAGED', 2))).toEqual([]);
	});

	it('an edit, and a change during the poll, that are not told', () => {
		expect(findings(ledgerOf('STAGED'))).toEqual([]);
		const ledger = ledgerOf();
		ledger.shows('A', 'IN_TRANSIT', at(1));
		expect(findings(ledger)).toEqual([]);
	});

	it('a change that lists do not show yet', () => {
		const ledger = ledgerOf('IN_TRANSIT');
		ledger.lags('A', true);
		ledger.pollBegins();
		expect(findings(ledger)).toEqual([]);
	});
});

describe('the ledger finds', () => {
	it('a change that was not told', () => {
		expect(findings(ledgerOf('IN_TRANSIT'))).toEqual(['Poll 1 did not tell that A is IN_TRANSIT']);
	});

	it('a new shipment that was not told', () => {
		const ledger = new Ledger();
		ledger.remembered();
		ledger.shows('A', 'STAGED', at(0));
		ledger.pollBegins();
		expect(findings(ledger)).toEqual(['Poll 1 did not tell that A is STAGED']);
	});

	it.each<[string, string[], IDataObject[], RegExp]>([
		[
			'a change that was told twice',
			['IN_TRANSIT'],
			[item('IN_TRANSIT', 'STAGED', 1), item('IN_TRANSIT', 'STAGED', 1)],
			/was told twice/,
		],
		['a state that is no news', ['STAGED'], [item('STAGED', 'STAGED', 1)], /was known/],
		['a state that never was', ['IN_TRANSIT'], [item('ORDER_FAILED', 'STAGED', 1)], /never was/],
		['another time', ['IN_TRANSIT'], [item('IN_TRANSIT', 'STAGED', 2)], /never was/],
		['another shipment', [], [{ ...item('STAGED', null, 0), id: 'B' }], /never was/],
		[
			'a wrong state before',
			['IN_TRANSIT'],
			[item('IN_TRANSIT', 'ORDER_DELAYED', 1)],
			/comes after STAGED/,
		],
		[
			'changes in the wrong order',
			['IN_TRANSIT', 'ORDER_DELIVERED'],
			[item('ORDER_DELIVERED', 'STAGED', 2), item('IN_TRANSIT', 'ORDER_DELIVERED', 1)],
			/was told too late/,
		],
	])('%s', (_name, statuses, items, expected) => {
		expect(findings(ledgerOf(...statuses), ...items).join('\n')).toMatch(expected);
	});
});
