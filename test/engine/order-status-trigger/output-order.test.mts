import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NODE } from '../harness/index.mts';
import { hurry } from '../support/hurry.mts';
import { OUTPUT_KEYS, useTriggerDesk } from '../support/trigger-desk.mts';
import { openDoor, type Door } from './forged-doors.mts';
import { ORDER_KINDS, SHOP_ORDER } from './output-orders.mts';

const desk = useTriggerDesk();

/** What was asked of the API beside webhooks. */
const reads = () => desk.sent().filter((call) => !/ \S*\/webhooks?(\/\w+)?$/.test(call));

describe.each(ORDER_KINDS)('the full order of an event of $door.name', (kind) => {
	const { door: doorKind, byId, byExternalId, make, read } = kind;
	let id: string;
	let door: Door;

	beforeEach(async () => {
		id = await make(desk);
		desk.sandbox.log.clear();
	});

	/** Delivers an event, and gives what it put out. */
	async function told(details: IDataObject, options: INodeParameters = {}): Promise<IDataObject> {
		door = await openDoor(desk, doorKind, { includeOrder: true, ...options });
		return await deliver(details);
	}

	async function deliver(details: IDataObject): Promise<IDataObject> {
		const before = door.host.outputs().length;
		expect(await desk.deliver(door.good(details))).toMatchObject({ status: 200 });
		await door.host.settled();
		const [output, ...others] = door.host.outputs().slice(before);
		if (!output || others.length > 0) throw new Error('There must be one output');
		return output;
	}

	it('is simplified, and stands behind the usual keys', async () => {
		const output = await told(byId(id));
		expect(Object.keys(output)).toEqual([...OUTPUT_KEYS, 'order', 'orderError']);
		expect(output).toMatchObject({
			orderId: id,
			order: { id, externalOrderId: SHOP_ORDER, status: expect.any(String) },
			orderError: null,
		});
	});

	it('is as the API gives it if it is not to be simplified', async () => {
		const output = await told(byId(id), { simplify: false });
		const { type, parameters } = read(id);
		const credentials = desk.credentials(doorKind.provider);
		const run = await desk.engine.runNode(type, parameters, { credentials });
		expect(output.order).toEqual(run.items(NODE)[0]?.json);
		expect(output.order).toHaveProperty(kind.ownKey);
	});

	it('is read once for each event, however often it comes', async () => {
		door = await openDoor(desk, doorKind, { includeOrder: true });
		const messages = [door.good(byId(id)), door.good({ ...byId(id), receivedAtEpoch: 1 })];
		for (const message of [...messages, ...messages]) await desk.deliver(message);
		await door.host.settled();
		expect(door.host.outputs()).toHaveLength(2);
		expect(reads()).toHaveLength(2);
	});

	it('is found by the external ID if that is all that is told', async () => {
		const details = { ...byExternalId, ...externalIdWhereNoneIsSent() };
		expect(await told(details)).toMatchObject({
			orderId: null,
			externalOrderId: SHOP_ORDER,
			order: { id, externalOrderId: SHOP_ORDER },
		});
	});

	/** The sandbox takes this key for the choice of an order; it is added to the body as it is. */
	function externalIdWhereNoneIsSent(): IDataObject {
		return doorKind.provider === 'deliverr' ? { externalOrderId: SHOP_ORDER } : {};
	}

	it('is null, with the reason, if the order is gone', async () => {
		expect(await told(byId('404404'))).toMatchObject({
			orderId: '404404',
			order: null,
			orderError: expect.stringMatching(/no (order|shipment) .*404404.*\. .+\.$/),
		});
	});

	it.each(['..', '../../webhooks', 'a/../../b', '?x=1', '#', ' '])(
		'is null, with the reason, if the ID is "%s", and nothing else is asked for',
		async (evil) => {
			const output = await told(byId(evil));
			expect(output).toMatchObject({ orderId: evil, order: null });
			expect(output.orderError).toEqual(expect.stringMatching(/./));
			const places = reads().map((call) => call.split('/').slice(0, -1).join('/'));
			for (const place of places) expect(place).toMatch(/(orders?|shipments|v1)$/);
		},
	);

	it('is null without a reason, and nothing is asked, for an event about no order', async () => {
		const [type, details] = kind.other;
		const parameters = { ...doorKind.parameters, events: ['*'] };
		door = await openDoor(desk, { ...doorKind, type, parameters }, { includeOrder: true });
		expect(await deliver(details)).toMatchObject({
			orderId: null,
			externalOrderId: null,
			order: null,
			orderError: null,
		});
		expect(reads()).toEqual([]);
	});

	it('is null, with the reason, if the API is down; the event is not lost', async () => {
		door = await openDoor(desk, doorKind, { includeOrder: true });
		const fault = { kind: 'status', status: 503 } as const;
		desk.sandbox.faults.add({ method: 'GET', when: { every: 1 }, fault });
		const unhurry = hurry();
		const output = await deliver(byId(id)).finally(unhurry);
		expect(output).toMatchObject({
			orderId: id,
			order: null,
			orderError: expect.stringContaining('503'),
		});
	});

	it('comes after all if the API stumbles', async () => {
		door = await openDoor(desk, doorKind, { includeOrder: true });
		for (const fault of [{ kind: 'cutBefore' }, { kind: 'status', status: 502 }] as const) {
			desk.sandbox.faults.add({ method: 'GET', fault });
		}
		const unhurry = hurry();
		expect(await deliver(byId(id)).finally(unhurry)).toMatchObject({
			order: { id },
			orderError: null,
		});
	});
});
