import type { IDataObject } from 'n8n-workflow';
import { receive } from '../../../nodes/OrderStatusTrigger/receive.ts';
import { WEBHOOK_PROVIDERS } from '../../../nodes/shared/providers/webhook-systems.ts';
import {
	proven,
	registration,
	shippedEvent,
	type ProvenPlan,
} from '../support/proven-delivery.mts';
import { deliveryContext, type TriggerPlan } from '../support/trigger-context.mts';

let triggers = 0;

/** A trigger, and what n8n has stored for it; each delivery gets its own copy of that. */
function newTrigger() {
	const nodeId = `redeliveries-${++triggers}`;
	let stored: IDataObject = { registrations: [registration('flexport')] };
	const begin = (eventId: string, plan: ProvenPlan = {}, changes: TriggerPlan = {}) => {
		const payload = shippedEvent('flexport', eventId);
		const delivery = proven('flexport', { payload, ...plan });
		const play = deliveryContext({ ...delivery, nodeId, staticData: stored, ...changes });
		return { ...play, result: receive(play.ctx), store: () => (stored = play.staticData) };
	};
	/** As n8n does it: it starts the workflow, stores what was written, and answers. */
	const deliver = async (eventId: string, plan: ProvenPlan = {}, changes: TriggerPlan = {}) => {
		const { result, store, finish, written } = begin(eventId, plan, changes);
		const { workflowData } = await result;
		if (written.length > 0) store();
		finish(200);
		return { outputs: workflowData?.flat().length ?? 0, written };
	};
	return { begin, deliver, stored: () => stored };
}

describe('an event that is delivered again', () => {
	it('starts nothing, and is answered as received', async () => {
		const { deliver, begin } = newTrigger();
		expect((await deliver('evt-1')).outputs).toBe(1);
		const { result, answers } = begin('evt-1');
		expect(await result).toEqual({ webhookResponse: { message: 'Received' } });
		expect(answers).toEqual([]);
	});

	it.each(WEBHOOK_PROVIDERS)('starts nothing: %s', async (provider) => {
		const nodeId = `again-${provider}`;
		const outputs: number[] = [];
		for (let time = 0; time < 3; time++) {
			const { ctx } = deliveryContext({ ...proven(provider), nodeId });
			outputs.push((await receive(ctx)).workflowData?.flat().length ?? 0);
		}
		expect(outputs).toEqual([1, 0, 0]);
	});

	// n8n writes all that it stores at once, and could bring back a registration that was replaced.
	it('stores nothing with the workflow, be it new or not', async () => {
		const { deliver, stored } = newTrigger();
		const before = JSON.stringify(stored());
		for (const eventId of ['evt-1', 'evt-1', 'evt-2']) {
			expect((await deliver(eventId)).written).toEqual([]);
		}
		expect(JSON.stringify(stored())).toBe(before);
	});

	it('starts nothing while the first is still being read, as when both come together', async () => {
		const { begin } = newTrigger();
		const results = await Promise.all(Array.from({ length: 32 }, () => begin('evt-1').result));
		expect(results.filter(({ workflowData }) => workflowData)).toHaveLength(1);
	});

	it('starts the workflow again if the option is off', async () => {
		const { deliver } = newTrigger();
		const plan = { options: { dropRedeliveries: false } };
		for (let time = 0; time < 3; time++) {
			expect(await deliver('evt-1', plan)).toEqual({ outputs: 1, written: [] });
		}
	});

	it('starts the workflow again in a test from the editor, which remembers nothing', async () => {
		const { begin } = newTrigger();
		const staticData = { registrations: [registration('flexport', { test: true })] };
		for (let time = 0; time < 3; time++) {
			const { result, written } = begin('evt-1', {}, { mode: 'manual', staticData });
			expect((await result).workflowData).toHaveLength(1);
			expect(written).toEqual([]);
		}
	});

	it('is not remembered if it was not wanted', async () => {
		const { deliver } = newTrigger();
		expect((await deliver('evt-1', { options: { statuses: ['failed'] } })).outputs).toBe(0);
		expect((await deliver('evt-1')).outputs).toBe(1);
	});

	it('is not remembered if somebody made it up', async () => {
		const { begin, deliver } = newTrigger();
		const forged = begin('evt-1', {}, { staticData: {} });
		await forged.result;
		expect(forged.answers).toEqual([{ status: 401, body: 'Unauthorized' }]);
		expect((await deliver('evt-1')).outputs).toBe(1);
	});
});

it('1,000 events that come three times each, together and out of order, start 1,000 workflows', async () => {
	const { begin } = newTrigger();
	const order = Array.from({ length: 3_000 }, (_, at) => ((at * 7919) % 3_000) % 1_000);
	let outputs = 0;
	for (let at = 0; at < order.length; at += 30) {
		const batch = order.slice(at, at + 30).map((event) => begin(`evt-${event}`));
		for (const { result, written, store, finish } of batch) {
			outputs += (await result).workflowData?.flat().length ?? 0;
			if (written.length > 0) store();
			finish(200);
		}
	}
	expect(outputs).toBe(1_000);
});

describe('an event for which n8n could not start the workflow', () => {
	it.each([500, 502, 503])('is taken when it comes again: n8n answered %i', async (status) => {
		const { begin, deliver } = newTrigger();
		const first = begin('evt-1');
		await first.result;
		first.finish(status);
		expect((await deliver('evt-1')).outputs).toBe(1);
		expect((await deliver('evt-1')).outputs).toBe(0);
	});

	it.each([200, 202, 404, 422])('is over if n8n answered %i', async (status) => {
		const { begin, deliver } = newTrigger();
		const first = begin('evt-1');
		await first.result;
		first.finish(status);
		expect((await deliver('evt-1')).outputs).toBe(0);
	});

	it('is taken when it comes again, although another event came in the meantime', async () => {
		const { begin, deliver } = newTrigger();
		const first = begin('evt-1');
		await first.result;
		expect((await deliver('evt-2')).outputs).toBe(1);
		first.finish(500);
		expect((await deliver('evt-1')).outputs).toBe(1);
		expect((await deliver('evt-2')).outputs).toBe(0);
	});
});
