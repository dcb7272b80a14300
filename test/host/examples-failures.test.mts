import { orderAtFlexport } from './examples/flexport-orders.mts';
import { pinned, pinnedItem } from './examples/pinned.mts';
import { quickened } from './examples/quickened.mts';
import { useReports } from './examples/reports.mts';
import { switchedOn } from './examples/switched-on.mts';
import { useExamples } from './examples/use-examples.mts';
import { untilFinished, type Execution } from './rest/executions.mts';
import { startRun } from './rest/run.mts';
import { saveWorkflow } from './rest/workflows.mts';
import { timePasses } from './support/time-passes.mts';
import { useHost } from './support/use-host.mts';
import type { FaultRule } from '../sandbox/faults.mts';

const desk = useHost();
const examples = useExamples(desk, 'examples-failures');
const reports = useReports();

let sku = '';
beforeAll(() => {
	const inventory = { DEFAULT: { onHand: 1000 } };
	const mug = desk.sandbox.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG', inventory });
	sku = mug.logisticsSku;
});
beforeEach(() => {
	desk.sandbox.faults.clear();
	desk.sandbox.log.clear();
});

const ordersOf = (number: string) =>
	desk.sandbox.flexport.orders().filter(({ externalOrderId }) => externalOrderId === number);
const toldText = () => reports.of('Tell somebody').map(({ told }) => told.text);

describe('retry, and cancel in the end', () => {
	const NAME = 'flexport-retry-then-cancel';
	const calls = (what: 'retry' | 'cancel') =>
		desk.sandbox.log.find('POST', new RegExp(`/${what}$`)).length;

	/** Runs it for an order; time goes on at Flexport, and five minutes are half a second. */
	const runFor = async (number: string): Promise<Execution> => {
		const file = quickened(switchedOn(examples.file(NAME), reports.url), 0.1);
		const { id } = await saveWorkflow(desk.rest, pinned(file, { orderNumber: number }));
		timePasses(desk, {}, 60_000);
		const execution = await startRun(desk.rest, id, 'Order numbers');
		const done = await untilFinished(desk.rest, execution);
		await desk.clock.advance(60_000);
		return done;
	};

	it('an order that has not failed is left alone', async () => {
		await orderAtFlexport(desk, { number: 'SHOP-1001', company: '', sku });
		const { output } = await examples.run(NAME);
		expect(output('Nothing to do')).toMatchObject([{ externalOrderId: 'SHOP-1001' }]);
		expect([calls('retry'), calls('cancel')]).toEqual([0, 0]);
	});

	it('an order that the second retry mends is not cancelled, and nobody is told', async () => {
		await orderAtFlexport(desk, { number: 'RETRY-1', company: 'fail NO_RATES x2', sku });
		const { output } = await runFor('RETRY-1');
		expect(output('Count the try').map(({ waitMinutes }) => waitMinutes)).toEqual([5, 15]);
		expect([calls('retry'), calls('cancel')]).toEqual([2, 0]);
		expect(output('Nothing to do')).toHaveLength(1);
		expect(reports.counts()).toEqual({});
	});

	it('an order that no retry mends is cancelled after the last, and somebody is told', async () => {
		await orderAtFlexport(desk, { number: 'RETRY-2', company: 'fail NO_RATES', sku });
		const { output } = await runFor('RETRY-2');
		expect(output('Tries left?').map(({ waitMinutes }) => waitMinutes)).toEqual([5, 15, 45]);
		expect([calls('retry'), calls('cancel')]).toEqual([3, 1]);
		expect(ordersOf('RETRY-2')).toMatchObject([{ state: { internalStatus: 'CANCELLED' } }]);
		expect(toldText()).toEqual([
			expect.stringMatching(/^Order "RETRY-2" was cancelled\. It had failed again/),
		]);
	});

	it('an order that a retry cannot help is left as it is, and somebody is told why', async () => {
		const company = 'fail BAD_ADDRESS retriable=false';
		await orderAtFlexport(desk, { number: 'RETRY-3', company, sku });
		await runFor('RETRY-3');
		expect([calls('retry'), calls('cancel')]).toEqual([0, 0]);
		expect(toldText()).toEqual([
			expect.stringMatching(/^Order RETRY-3 has failed.*Correct street/),
		]);
	});

	it('an order that cannot be read any more is not cancelled, and somebody is told', async () => {
		await orderAtFlexport(desk, { number: 'RETRY-4', company: 'fail NO_RATES', sku });
		desk.sandbox.faults.add({
			method: 'GET',
			path: /RETRY-4/,
			when: { nth: [3] },
			fault: { kind: 'expiredToken' },
		});
		await runFor('RETRY-4');
		expect(calls('cancel')).toBe(0);
		expect(ordersOf('RETRY-4')).toMatchObject([{ state: { internalStatus: 'ERROR' } }]);
		expect(toldText()).toEqual([expect.stringMatching(/^Order RETRY-4: .*token/)]);
	});
});

describe('one provider refuses, the other delivers', () => {
	const NAME = 'delivery-solutions-refused-then-flexport';
	const shipmentsOf = (number: string) =>
		desk.sandbox.deliverySolutions
			.shipments()
			.filter(({ orderExternalId }) => orderExternalId === number);

	/** Runs it for an order with this number, to this postal code. */
	async function offer(orderNumber: string, zip = '02118', product = sku): Promise<Execution> {
		const file = switchedOn(examples.file(NAME, product), reports.url);
		const order = pinnedItem(file);
		const shipTo = Object.assign({}, order.shipTo, { zip });
		return await examples.runChanged(pinned(file, { ...order, orderNumber, shipTo }));
	}

	/** How many there are of an order, at Delivery Solutions and at Flexport. */
	const made = (number: string) => [shipmentsOf(number).length, ordersOf(number).length];

	/** The sandbox knows of no such place. */
	const NOWHERE = '00000';

	it('as it is in the file, it makes a shipment', async () => {
		const { output } = await examples.run(NAME, sku);
		expect(output('Delivery Solutions has it')).toMatchObject([{ outcome: 'created' }]);
		expect(made('SHOP-2001')).toEqual([1, 0]);
	});

	it('an order that is refused for certain goes to the other, once', async () => {
		const first = await offer('OFFER-0', NOWHERE);
		expect(first.output('Flexport has it')).toMatchObject([{ outcome: 'created' }]);
		expect(made('OFFER-0')).toEqual([0, 1]);
		// By now the first would take it.
		const second = await offer('OFFER-0');
		expect(second.output('It is at Flexport already')).toHaveLength(1);
		expect(made('OFFER-0')).toEqual([0, 1]);
		expect(reports.counts()).toEqual({});
	});

	const CREATE = { method: 'POST', path: /\/shipments$/ };
	const LOOK = { method: 'GET', path: /\/shipments\/OFFER/ };
	const FORBIDDEN = { kind: 'status', status: 403 } as const;
	const BUSY = { kind: 'status', status: 429, retryAfter: 600 } as const;
	/** The first look comes before the order is sent. */
	const LATER = { nth: [2, 3, 4, 5, 6] };

	it('an order that was made, and is refused in the next run, is made nowhere else', async () => {
		await offer('OFFER-1');
		desk.sandbox.faults.add({ ...LOOK, fault: FORBIDDEN });
		const again = await offer('OFFER-1');
		expect(again.output('Create shipment', 1)).toMatchObject([{ details: { httpCode: '403' } }]);
		expect(again.output('Delivery Solutions has it')).toHaveLength(1);
		expect(made('OFFER-1')).toEqual([1, 0]);
		expect(reports.counts()).toEqual({});
	});

	it('an answer that gets lost makes one shipment, which is found', async () => {
		desk.sandbox.faults.add({ ...CREATE, fault: { kind: 'cutAfter' } });
		const { output } = await offer('OFFER-2');
		expect(output('Delivery Solutions has it')).toHaveLength(1);
		expect(made('OFFER-2')).toEqual([1, 0]);
		expect(reports.counts()).toEqual({});
	});

	it.each<[string, string, FaultRule[], number[]]>([
		[
			'OFFER-3',
			'an answer that gets lost, and nobody can look',
			[
				{ ...CREATE, fault: { kind: 'cutAfter' } },
				{ ...LOOK, when: LATER, fault: FORBIDDEN },
			],
			[1, 0],
		],
		[
			'OFFER-4',
			'a connection that breaks, and a refusal at the door of what is sent again',
			[
				{ ...CREATE, fault: { kind: 'cutBefore' } },
				{ ...CREATE, fault: FORBIDDEN },
			],
			[0, 0],
		],
		['OFFER-5', 'a provider that is busy', [{ ...CREATE, fault: BUSY }], [0, 0]],
		[
			'OFFER-6',
			'a refusal, and no look afterwards',
			[
				{ ...CREATE, fault: FORBIDDEN },
				{ ...LOOK, when: LATER, fault: FORBIDDEN },
			],
			[0, 0],
		],
		['OFFER-7', 'no look at Flexport', [{ path: /\/orders\/.*OFFER-7/, fault: FORBIDDEN }], [0, 0]],
	])('%s: %s: a person is told, and nothing more is sent', async (number, _what, rules, there) => {
		for (const rule of rules) desk.sandbox.faults.add(rule);
		await offer(number);
		expect(made(number)).toEqual(there);
		expect(toldText()).toEqual([expect.stringMatching(`^Order ${number} needs somebody`)]);
	});

	it('an order whose number another shipment has is made nowhere, and a person is told', async () => {
		desk.sandbox.deliverySolutions.addShipment({ orderExternalId: 'OFFER-9' });
		await offer('OFFER-9');
		expect(made('OFFER-9')).toEqual([1, 0]);
		expect(toldText()).toEqual([expect.stringMatching(/different shipment/)]);
	});

	it('an order that both refuse is told to a person', async () => {
		await offer('OFFER-8', NOWHERE, 'D0000000000');
		expect(made('OFFER-8')).toEqual([0, 0]);
		expect(toldText()).toEqual([expect.stringMatching(/D0000000000/)]);
	});
});

it('those were all', () => {
	expect(examples.untried()).toEqual([]);
});
