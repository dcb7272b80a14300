import { pinned, pinnedItem } from './examples/pinned.mts';
import { pollAgain } from './examples/poll-again.mts';
import { quickened } from './examples/quickened.mts';
import { useReports } from './examples/reports.mts';
import { switchedOn } from './examples/switched-on.mts';
import { useExamples } from './examples/use-examples.mts';
import { deactivate, type WorkflowFile } from './rest/workflows.mts';
import { until } from './support/until.mts';
import { useHost } from './support/use-host.mts';

const desk = useHost();
const examples = useExamples(desk, 'examples-shipments');
const reports = useReports();

beforeEach(() => {
	desk.sandbox.faults.clear();
	desk.sandbox.log.clear();
});

describe('the label by e-mail', () => {
	const NAME = 'delivery-solutions-label-by-email';

	/** With quick waits, for an order with this number. */
	function labelled(orderNumber: string): WorkflowFile {
		const file = quickened(switchedOn(examples.file(NAME), reports.url), 0.001);
		return pinned(file, { ...pinnedItem(file), orderNumber });
	}

	const LABEL = { method: 'GET', path: /\/label$/ };

	it('as it is in the file, it makes a shipment and has its label', async () => {
		const { items, output } = await examples.run(NAME);
		expect(output('Create shipment')).toMatchObject([{ outcome: 'created' }]);
		expect(items('Is there a label?')).toMatchObject([
			{ binary: { label: { mimeType: 'application/pdf' } } },
		]);
	});

	it('the mail has the label as a PDF', async () => {
		await examples.runChanged(labelled('LABEL-1'));
		expect(reports.counts()).toEqual({ 'Mail the label': 1 });
		const [mail] = reports.of('Mail the label');
		expect(mail?.told).toMatchObject({
			toEmail: 'warehouse@example.com',
			subject: 'Label of order LABEL-1',
			'options.attachments': 'label',
		});
		expect(mail?.files.label).toMatchObject({
			name: 'label-LABEL-1.pdf',
			type: 'application/pdf',
		});
		expect(mail?.files.label?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
	});

	it('a label that is not there yet is asked for until it is', async () => {
		desk.sandbox.faults.add({
			...LABEL,
			when: { times: 3 },
			fault: { kind: 'status', status: 404 },
		});
		const { output } = await examples.runChanged(labelled('LABEL-2'));
		expect(output('Create shipment')).toMatchObject([{ labelNote: expect.any(String) }]);
		expect(output('Wait for the label')).toHaveLength(3);
		expect(reports.counts()).toEqual({ 'Mail the label': 1 });
		expect(reports.of('Mail the label')[0]?.files.label?.type).toBe('application/pdf');
	});

	it('a label that never comes is told to somebody', async () => {
		desk.sandbox.faults.add({
			...LABEL,
			when: { times: Infinity },
			fault: { kind: 'status', status: 404 },
		});
		const { output } = await examples.runChanged(labelled('LABEL-3'));
		expect(output('Wait for the label')).toHaveLength(10);
		expect(reports.counts()).toEqual({ 'Tell somebody': 1 });
		expect(reports.of('Tell somebody')[0]?.told).toMatchObject({
			subject: 'There is no label of order LABEL-3',
		});
	});

	it('a shipment that is refused is told to somebody', async () => {
		desk.sandbox.faults.add({
			method: 'POST',
			path: /\/shipments$/,
			fault: { kind: 'status', status: 403 },
		});
		await examples.runChanged(labelled('LABEL-4'));
		expect(reports.counts()).toEqual({ 'Tell somebody': 1 });
		expect(reports.of('Tell somebody')[0]?.told).toMatchObject({
			subject: 'There is no label of order LABEL-4',
			text: expect.stringMatching(/does not let this account/),
		});
	});
});

describe('shipments that change', () => {
	const NAME = 'delivery-solutions-shipment-changes';
	/** The mails about this shipment. */
	const told = () =>
		reports
			.of('Tell the customer')
			.filter(({ told: { subject } }) => subject === 'Your order CHANGE-1')
			.map(({ told: { text } }) => text);
	it('a click on Execute workflow shows shipments of the last day', async () => {
		desk.sandbox.deliverySolutions.addShipment({
			orderExternalId: 'CHANGE-0',
			status: 'ORDER_DELIVERED',
		});
		const { output } = await examples.run(NAME);
		expect(output('What to say')).toMatchObject([{ order: 'CHANGE-0' }]);
	});

	it('published, it tells of what changes from then on, each change once', async () => {
		const { deliverySolutions } = desk.sandbox;
		deliverySolutions.addShipment({ orderExternalId: 'CHANGE-1', status: 'IN_TRANSIT' });
		const file = switchedOn(examples.file(NAME), reports.url);
		const { id } = await examples.publishChanged(file);
		await until('what it remembers', async () => {
			const { staticData } = await desk.rest.call<{ staticData: unknown }>(
				'GET',
				`/workflows/${id}`,
			);
			return JSON.stringify(staticData).includes('IN_TRANSIT') || undefined;
		});
		for (const status of ['OUT_FOR_DELIVERY', 'ORDER_DELIVERED', 'ORDER_UNDELIVERABLE']) {
			const before = told().length;
			await pollAgain(desk.rest, id);
			await desk.clock.advance(60_000);
			deliverySolutions.setShipment('CHANGE-1', { status });
			await pollAgain(desk.rest, id);
			await until('a mail', () => told().length > before || undefined);
		}
		expect(told()).toEqual([
			'Your order CHANGE-1 is on its way to you.',
			'Your order CHANGE-1 was delivered.',
			'Your order CHANGE-1 could not be delivered.',
		]);
		await deactivate(desk.rest, id);
	});
});

it('those were all', () => {
	expect(examples.untried()).toEqual([]);
});
