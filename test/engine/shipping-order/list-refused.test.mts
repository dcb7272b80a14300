import type { INodeParameters } from 'n8n-workflow';
import { seenError } from '../support/seen.mts';
import { list } from '../support/shipment-calls.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const ids = (count: number) => Array.from({ length: count }, (_, index) => `SHOP-${index}`);
const day = (date: string) => `${date}T08:00:00Z`;

const JANUARY = { createdAfter: day('2026-01-01') };

describe('refused before anything is sent', () => {
	it.each<[string, INodeParameters, string]>([
		[
			'Created Before alone',
			{ filters: { createdBefore: day('2026-01-02') } },
			"'Created Before' is given without 'Created After'",
		],
		[
			'Updated Before alone',
			{ filters: { updatedBefore: day('2026-01-02') } },
			"'Updated Before' is given without 'Updated After'",
		],
		[
			'Pickup Starts From alone',
			{ filters: { pickupStartsFrom: day('2026-01-02') } },
			"'Pickup Starts From' is given without 'Delivery Ends By'",
		],
		[
			'Delivery Ends By alone',
			{ filters: { deliveryEndsBy: day('2026-01-02') } },
			"'Delivery Ends By' is given without 'Pickup Starts From'",
		],
		[
			'an end before the start',
			{ filters: { ...JANUARY, createdBefore: day('2025-12-31') } },
			"'Created Before' is before 'Created After'",
		],
		[
			'an end before the start, of the changes',
			{ filters: { updatedAfter: day('2026-01-02'), updatedBefore: day('2026-01-01') } },
			"'Updated Before' is before 'Updated After'",
		],
		[
			'a word for a date',
			{ filters: { createdAfter: 'soon' } },
			'\'Created After\' is "soon", which is not a date and time',
		],
		[
			'words, which only JavaScript takes for a date',
			{ filters: { createdAfter: 'week 5' } },
			'\'Created After\' is "week 5", which is not a date and time',
		],
		[
			'a digit, which only JavaScript takes for a month of 2001',
			{ filters: { createdAfter: '5' } },
			"'Created After' is 5, which is not Unix time in milliseconds",
		],
		[
			'a day that does not exist',
			{ filters: { updatedAfter: '2026-02-30T08:00:00Z' } },
			'\'Updated After\' is "2026-02-30T08:00:00Z", which is not a date and time',
		],
		[
			'seconds for milliseconds',
			{ filters: { createdAfter: '={{ 1768032000 }}' } },
			"'Created After' is 1768032000, which is not Unix time in milliseconds",
		],
		[
			'101 external order IDs',
			{ filters: { externalOrderIds: ids(101).join(', ') } },
			"'External Order IDs' holds 101 entries, but at most 100 are allowed",
		],
		[
			'101 location IDs, as a list',
			{ filters: { locationIds: `={{ ${JSON.stringify(ids(101))} }}` } },
			"'Location IDs' holds 101 entries, but at most 100 are allowed",
		],
		[
			'an object among the IDs',
			{ filters: { externalOrderIds: '={{ [{ id: 1 }] }}' } },
			"'External Order IDs' has the ID",
		],
		[
			'0 shipments per request',
			{ options: { pageSize: 0 } },
			"'Shipments per Request' must be a whole number from 1 to 1000",
		],
		[
			'1,001 shipments per request',
			{ options: { pageSize: 1001 } },
			"'Shipments per Request' must be a whole number from 1 to 1000",
		],
		[
			'1.5 shipments per request',
			{ options: { pageSize: 1.5 } },
			"'Shipments per Request' must be a whole number from 1 to 1000",
		],
		[
			'a word for the shipments per request',
			{ options: { pageSize: '={{ "many" }}' } },
			"'Shipments per Request' must be a whole number from 1 to 1000",
		],
		[
			'a limit of 0',
			{ returnAll: false, limit: 0 },
			"'Limit' must be a whole number of at least 1",
		],
		[
			'Start At with a time of more than 30 days',
			{
				filters: { ...JANUARY, createdBefore: day('2026-02-01') },
				options: { startAt: 'NjI2N2M5YWI=' },
			},
			"'Start At' cannot be used with a time of more than 30 days",
		],
	])('%s', async (_name, changes, expected) => {
		const { message, description, httpCode } = seenError(await desk.run(list({}, changes)));
		expect(message.slice(0, expected.length)).toBe(expected);
		expect(message).toMatch(/ \[item 0\]$/);
		expect(description).toMatch(/^[A-Z].*\.$/);
		expect(httpCode).toBeUndefined();
		expect(desk.sandbox.log.all()).toEqual([]);
	});
});

it('all that is wrong is told at once', async () => {
	const filters = { createdAfter: 'soon', updatedAfter: 'later' };
	const { message, description } = seenError(await desk.run(list(filters)));
	expect(message).toContain('"soon"');
	expect(description).toContain('"later"');
});
