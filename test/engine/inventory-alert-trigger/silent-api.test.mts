import { PAGES, told, useAlertDesk } from '../support/inventory-alert-desk.mts';
import { useQuietTime } from '../support/quiet-time.mts';

const desk = useAlertDesk();
useQuietTime();

describe('an API that does not answer', () => {
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
