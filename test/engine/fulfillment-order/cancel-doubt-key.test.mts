import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters } from '../support/order-parameters.mts';
import { onlyItem } from '../support/seen.mts';
import { startSpoilingProxy } from '../support/spoiling-proxy.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useOrderDesk();
useHurry();

it('a cancellation whose answer was lost is told as done, where the key is lost on the way', async () => {
	await desk.run(createParameters(desk.sku()));
	const proxy = await startSpoilingProxy({ target: desk.sandbox.url, drop: ['idempotency-key'] });
	try {
		desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'cutAfter' } });
		// The look after the lost answer fails twice, so that the cancellation is sent again.
		desk.sandbox.faults.add({
			method: 'GET',
			when: { nth: [2, 3] },
			fault: { kind: 'cutBefore' },
		});
		const credentials = desk.credentials({ baseUrl: `${proxy.url}/flexport` });
		const run = desk.run(byExternalId('cancel', 'SHOP-1'), { credentials });
		expect(onlyItem(await run)).toMatchObject({ outcome: 'cancelled' });
	} finally {
		await proxy.close();
	}
});
