import { Socket } from 'node:net';
import { PAGES, told, useAlertDesk } from '../support/inventory-alert-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useAlertDesk();
useHurry();

describe('an API that does not answer', () => {
	/** The limits of sockets are not those of a fake clock, so they are made a hundredth. */
	beforeEach(() => {
		const { setTimeout: limit } = Socket.prototype;
		jest.spyOn(Socket.prototype, 'setTimeout').mockImplementation(function impatient(
			this: Socket,
			ms: number,
			then?: () => void,
		) {
			return limit.call(this, ms / 100, then);
		});
	});
	afterEach(() => jest.restoreAllMocks());

	const stall = { kind: 'stall', ms: 3_600_000 } as const;

	test('is asked again', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, 0);
		desk.sandbox.faults.add({ path: PAGES, fault: stall });
		expect(told(await host.poll())).toEqual(['low MUG']);
	});

	test('fails the poll in the end, and the next one tells what fell', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, 0);
		desk.sandbox.faults.add({ path: PAGES, fault: stall, when: { every: 1 } });
		expect(await desk.refusal(host.poll())).toMatchObject({
			message: 'Flexport did not answer: no answer came in time',
			failure: { cause: 'temporarily-unavailable' },
		});
		desk.sandbox.faults.clear();
		expect(told(await host.poll())).toEqual(['low MUG']);
	});
});
