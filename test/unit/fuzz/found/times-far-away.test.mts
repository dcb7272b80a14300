import type { IDataObject } from 'n8n-workflow';
import { ShippingOrderTrigger } from '../../../../nodes/ShippingOrderTrigger/ShippingOrderTrigger.node.ts';
import { START, useFakeTime, useRealTime } from '../../support/fake-time.mts';
import { newOrigin } from '../support/accounts.mts';
import { runOne, wordsIn } from '../support/one-item.mts';
import { pollOnce, type Polled } from '../support/poll-run.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const { poll } = new ShippingOrderTrigger();

/** Polls an API that lists what was updated in the window that it is asked for, or what it likes. */
async function polled(
	shipments: readonly IDataObject[],
	stored: IDataObject,
	heedsWindow = true,
): Promise<Polled> {
	return await pollOnce({
		poll,
		parameters: { statuses: [], simplify: true, options: {} },
		stored,
		origin: newOrigin(),
		answer: ({ options }) => {
			const { startsAt, endsAt } = JSON.parse(JSON.stringify(options.body)).lastUpdatedAt;
			const isIn = ({ lastUpdatedAt: at }: IDataObject) =>
				Number(at) >= startsAt && Number(at) <= endsAt;
			const data = heedsWindow ? shipments.filter(isIn) : shipments;
			return { statusCode: 200, headers: {}, body: { data, paginationToken: null } };
		},
	});
}

const shipment = (status: string, lastUpdatedAt: number) => ({ id: 'A', status, lastUpdatedAt });

describe.each([
	['microseconds', START * 1000],
	['a number that is no date', 1e300],
	['tomorrow', START + 30 * 60 * 60_000],
])('an update whose time is %s', (_what, wrong) => {
	it('is told, and does not hide what comes after it', async () => {
		const first = await polled([shipment('STAGED', START - 1000)], {});
		const second = await polled([shipment('IN_TRANSIT', wrong)], first.stored, false);
		expect(second.error).toBeUndefined();
		expect(second.items).toMatchObject([{ providerStatus: 'IN_TRANSIT' }]);
		jest.setSystemTime(START + 60_000);
		const third = await polled([shipment('ORDER_DELIVERED', START + 50_000)], second.stored);
		expect(third.items).toMatchObject([{ providerStatus: 'ORDER_DELIVERED' }]);
	});

	it('is overcome where it was stored', async () => {
		const seen = { scope: '', cursor: wrong, known: [['A', 'STAGED', wrong]] };
		const { items, error } = await polled([shipment('IN_TRANSIT', START - 1000)], { seen });
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ providerStatus: 'IN_TRANSIT' }]);
	});
});

test('a stored time before all time is as good as none', async () => {
	const seen = { scope: '', cursor: -1e300, known: [] };
	const { items, stored } = await polled([shipment('IN_TRANSIT', START - 1000)], { seen });
	expect(items).toEqual([]);
	expect(stored).toMatchObject({ seen: { known: [['A', 'IN_TRANSIT', START - 1000]] } });
});

test.each([1e16, 1e300])('a list up to %d is refused, as it would have no end', async (time) => {
	const filters = { createdAfter: '2026-01-01T00:00:00Z', createdBefore: time };
	const items = await runOne(['shippingOrder', 'getAll'], {}, { filters });
	expect(wordsIn(items)).toEqual({
		error: `'Created Before' is ${time}, which is not Unix time in milliseconds [item 0]`,
		fix: 'Divide microseconds by 1000, and nanoseconds by 1000000.',
	});
});
