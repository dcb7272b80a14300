import { told, useAlertDesk } from '../support/inventory-alert-desk.mts';

// After each test, the desk looks for the token in outputs, errors, logs and static data.
const desk = useAlertDesk();

test('an API that repeats the token in a name does not bring it into an item', async () => {
	const { full } = desk.sandbox.flexport.tokens;
	desk.add('MUG', 0, { name: `Mug of ${full}` });
	const host = await desk.activeHost();
	expect(host.outputs()).toMatchObject([{ name: 'Mug of ***', merchantSku: 'MUG' }]);
});

test('nor does one that repeats it in a refusal bring it into the error', async () => {
	const { full } = desk.sandbox.flexport.tokens;
	const body = { title: `Bearer ${full} is not welcome`, detail: full };
	desk.sandbox.faults.add({ fault: { kind: 'status', status: 400, body } });
	const host = desk.host();
	expect(await desk.refusal(host.activate())).toMatchObject({
		message: expect.stringContaining('***'),
		httpCode: '400',
	});
});

test('a token that is refused, and a connection that is cut, leave no trace of it', async () => {
	desk.add('MUG', 5);
	const { revoked } = desk.sandbox.flexport.tokens;
	const host = desk.host({}, { credentials: desk.credentials(revoked) });
	await desk.refusal(host.activate());
	await desk.refusal(host.test());
	host.setCredentials(desk.credentials());
	await host.activate();
	desk.sandbox.faults.add({ fault: { kind: 'expiredToken' } });
	await desk.refusal(host.poll());
	expect(told({ items: host.outputs() })).toEqual(['low MUG']);
});
