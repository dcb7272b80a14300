import { pollAgain } from './examples/poll-again.mts';
import { useReports } from './examples/reports.mts';
import { switchedOn } from './examples/switched-on.mts';
import { useExamples } from './examples/use-examples.mts';
import { deactivate } from './rest/workflows.mts';
import { until } from './support/until.mts';
import { useHost } from './support/use-host.mts';

const desk = useHost();
const examples = useExamples(desk, 'examples-alerts');
const reports = useReports();

const product = (name: string, onHand: number) =>
	desk.sandbox.flexport.addProduct({
		name,
		merchantSku: name.toUpperCase(),
		inventory: { DEFAULT: { onHand } },
	}).logisticsSku;

beforeEach(() => desk.sandbox.faults.clear());

describe('a table of what is running low, every morning', () => {
	const NAME = 'flexport-low-stock-report';

	it('where nothing is low, nothing is sent', async () => {
		product('Pan', 100);
		await examples.run(NAME);
		await examples.runChanged(switchedOn(examples.file(NAME), reports.url));
		expect(reports.counts()).toEqual({});
	});

	it('what is low comes as a table by mail, and as a line in the chat', async () => {
		product('Cup', 2);
		product('Mug', 7);
		const { output } = await examples.run(NAME);
		const [{ table } = {}] = output('Table for the mail');
		expect(table).toMatch(/<th>Product<\/th>.*<td[^>]*>Cup<\/td>.*<td[^>]*>Mug<\/td>/s);
		await examples.runChanged(switchedOn(examples.file(NAME), reports.url));
		expect(reports.counts()).toEqual({ 'Send the table': 1, 'Tell the chat': 1 });
		expect(reports.of('Send the table')[0]?.told).toMatchObject({
			toEmail: 'purchasing@example.com',
			subject: '2 products are running low',
			emailFormat: 'html',
			html: `<p>These products are at their threshold or below it:</p>${String(table)}`,
		});
		expect(reports.of('Tell the chat')[0]?.told.text).toBe('Running low: Cup (2), Mug (7)');
	});

	it('a list that cannot be made is told, and not taken for an empty one', async () => {
		desk.sandbox.faults.add({ when: { rate: 1 }, fault: { kind: 'expiredToken' } });
		await examples.runChanged(switchedOn(examples.file(NAME), reports.url));
		expect(reports.counts()).toEqual({ 'Say that it failed': 1 });
		expect(reports.of('Say that it failed')[0]?.told.text).toMatch(/API token/);
	});
});

describe('a product that runs low, told once', () => {
	const NAME = 'flexport-inventory-alert';
	const texts = () => reports.of('Tell the chat').map(({ told }) => told.text);
	it('a click on Execute workflow shows what is low', async () => {
		const { output } = await examples.run(NAME);
		expect(output('What to say').map(({ text }) => text)).toContain(
			'Cup (CUP) is running low: 2 can be sold.',
		);
	});

	it('published, it tells of each crossing once', async () => {
		const { setInventory } = desk.sandbox.flexport;
		const file = switchedOn(examples.file(NAME), reports.url);
		const { id } = await examples.publishChanged(file);
		await until('what is low already', () => texts().length === 2 || undefined);
		const pot = product('Pot', 11);
		for (const onHand of [4, 0, 40]) {
			const before = texts().length;
			await pollAgain(desk.rest, id);
			setInventory(pot, 'DEFAULT', { onHand });
			await pollAgain(desk.rest, id);
			await until('an alert', () => texts().length > before || undefined);
		}
		expect(texts().slice(2)).toEqual([
			'Pot (POT) is running low: 4 can be sold.',
			'Pot (POT) has run out: 0 can be sold.',
			'Pot (POT) is in stock again: 40 can be sold.',
		]);
		await deactivate(desk.rest, id);
	});
});

describe('each change to a chat and a table', () => {
	const NAME = 'flexport-status-to-chat-and-table';

	it('a click on Execute workflow shows the pinned change', async () => {
		const { output } = await examples.run(NAME);
		expect(output('What to say')).toMatchObject([{ Order: 'SHOP-1001', Status: 'shipped' }]);
	});

	it('published, it tells of each change, and keeps one row per order', async () => {
		const { hooks } = desk.sandbox.flexport;
		const { id } = await examples.publishChanged(switchedOn(examples.file(NAME), reports.url));
		await until('three events are registered', () => hooks.list().length === 3 || undefined);
		await hooks.fire('Order.Shipped', { orderId: '127000077', externalOrderId: 'SHOP-77' });
		await until('two reports', async () => {
			await desk.clock.advance(60_000);
			return Object.keys(reports.counts()).length === 2 || undefined;
		});
		expect(reports.of('Tell the chat').map(({ told }) => told.text)).toEqual([
			expect.stringMatching(/^Order SHOP-77 is shipped\./),
		]);
		expect(reports.of('Row of the order')).toMatchObject([
			{
				item: { Order: 'SHOP-77', Status: 'shipped', Tracking: '' },
				told: { operation: 'appendOrUpdate', 'columns.matchingColumns.0': 'Order' },
			},
		]);
		await deactivate(desk.rest, id);
		await until('nothing is registered', () => hooks.list().length === 0 || undefined);
	});
});

it('those were all', () => {
	expect(examples.untried()).toEqual([]);
});
