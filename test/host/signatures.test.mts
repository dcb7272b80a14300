import type { ComposedMessage } from '../sandbox/shared/webhook-control.mts';
import { changeCredential } from './rest/credentials.mts';
import { accountFields, PORTAL_SECRET } from './support/accounts.mts';
import { TriggerBench } from './support/trigger-bench.mts';
import { systemOf } from './support/trigger-systems.mts';
import { useHost } from './support/use-host.mts';

const desk = useHost();

type Forge = (message: ComposedMessage) => ComposedMessage;

const without =
	(name: string): Forge =>
	(message) => {
		const kept = Object.entries(message.headers).filter(([each]) => each.toLowerCase() !== name);
		return { ...message, headers: Object.fromEntries(kept) };
	};

/** Changes the last letter of a header, which is inside of the signature. */
const spoilt =
	(name: string): Forge =>
	(message) => {
		const change = (value: string) =>
			value.replace(/(\w)(=*)$/, (_all, last, end) => `${last === 'a' ? 'b' : 'a'}${end}`);
		const headers = Object.entries(message.headers).map(([each, value]) => [
			each,
			each.toLowerCase() === name ? change(value) : value,
		]);
		return { ...message, headers: Object.fromEntries(headers) };
	};

const altered: Forge = (message) => ({ ...message, body: message.body.replace('SHOP', 'MINE') });

/** A delivery is taken only as it was signed. */
async function expectSigned(bench: TriggerBench, header: string): Promise<void> {
	const message = await bench.message(8001);
	const forgeries: Array<[string, ComposedMessage]> = [
		['without a signature', without(header)(message)],
		['with another signature', spoilt(header)(message)],
		['with another body', altered(message)],
	];
	for (const [name, forged] of forgeries) {
		expect(forged).not.toEqual(message);
		expect([name, await bench.deliver(forged)]).toEqual([name, 401]);
	}
	expect(await bench.executions('webhook')).toBe(0);
	expect(await bench.deliver(message)).toBe(200);
	expect(await bench.outputs(1)).toMatchObject([bench.system.told(8001)]);
	await bench.deactivate();
}

it('Digital River: with the signing secret in the credential', async () => {
	const bench = new TriggerBench(desk, systemOf('digitalRiver'));
	await bench.save();
	await bench.activate();
	const { hooks } = desk.sandbox.digitalRiver;
	await changeCredential(desk.rest, 'digitalRiverApi', desk.accounts.digitalRiverApi, {
		...accountFields(desk.sandbox).digitalRiverApi,
		webhookSecret: hooks.secretOf(String(hooks.list()[0]?.id)),
	});
	await expectSigned(bench, 'digitalriver-signature');
});

it('Delivery Solutions: by a signature of the body', async () => {
	const system = systemOf('deliverySolutions');
	const parameters = { ...system.parameters, verification: 'signature' };
	const bench = new TriggerBench(desk, { ...system, parameters });
	await bench.save();
	desk.sandbox.deliverySolutions.hooks.addTarget({
		url: bench.url('webhook'),
		kind: 'order',
		auth: { type: 'signature', secret: PORTAL_SECRET, algorithm: 'sha256', encoding: 'hex' },
	});
	await bench.activate();
	await expectSigned(bench, 'x-ds-signature');
});
