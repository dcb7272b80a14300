import { createHmac } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import type { ComposedMessage } from '../../sandbox/shared/webhook-control.mts';
import type { WebhookHost } from '../harness/index.mts';
import { useTriggerDesk } from '../support/trigger-desk.mts';
import { secret } from './forged-doors.mts';

const desk = useTriggerDesk();

const TYPE = 'fulfillment_order.shipped';
const HEADER = 'DigitalRiver-Signature';

let host: WebhookHost;

async function activate(options: INodeParameters = {}): Promise<void> {
	host = await desk.host('digitalRiver', { options });
	await host.activate();
}

const know = (webhookSecret: string) =>
	host.setCredentials(desk.credentials('digitalRiver', { webhookSecret }));

function message(): ComposedMessage {
	const [found] = desk.hooks('digitalRiver').message(TYPE);
	if (!found) throw new Error('Nobody is registered');
	return found;
}

/** A delivery that was signed so many seconds from now, as the secret is now or by others. */
function signed(
	seconds: number,
	{ keys = [secret(desk)], unit = 1000 }: { keys?: string[]; unit?: number } = {},
): ComposedMessage {
	const plain = message();
	const time = String(Math.floor((Date.now() + seconds * 1000) / unit));
	const macs = keys.map((key) =>
		createHmac('sha256', key).update(`${time}.${plain.body}`).digest('base64'),
	);
	return { ...plain, headers: { ...plain.headers, [HEADER]: [time, ...macs].join(', ') } };
}

function without(name: string): ComposedMessage {
	const { headers, ...rest } = message();
	const kept = Object.entries(headers).filter(([each]) => each !== name);
	return { ...rest, headers: Object.fromEntries(kept) };
}

const status = async (sent: ComposedMessage) => (await desk.deliver(sent)).status;

describe('without the secret in the credential', () => {
	it('a delivery is taken by its password alone', async () => {
		await activate();
		expect(await status(without(HEADER))).toBe(200);
	});
});

describe('with the secret in the credential', () => {
	beforeEach(async () => {
		await activate();
		know(secret(desk));
	});

	it.each(['seconds', 'milliseconds'] as const)(
		'a delivery is taken whose time is in %s',
		async (unit) => {
			desk.sandbox.digitalRiver.signatureTimestamp = unit;
			expect(await status(message())).toBe(200);
			await host.settled();
			expect(host.outputs()).toHaveLength(1);
		},
	);

	it('a delivery without a signature is refused', async () => {
		expect(await status(without(HEADER))).toBe(401);
	});

	it('a delivery with a signature, but without the password, is refused', async () => {
		expect(await status(without('authorization'))).toBe(401);
	});

	it.each([
		[-295, 200],
		[295, 200],
		[-302, 401],
		[305, 401],
	])('a signature of %s seconds from now is answered with %s', async (seconds, expected) => {
		expect(await status(signed(seconds))).toBe(expected);
		expect(await status(signed(seconds, { unit: 1 }))).toBe(expected);
	});

	it('a rotated secret counts when the credential has it', async () => {
		const { hooks } = desk.sandbox.digitalRiver;
		const next = hooks.rotateSecret(String(hooks.list()[0]?.id));
		expect(await status(message())).toBe(401);
		know(next);
		expect(await status(message())).toBe(200);
	});

	it('a delivery is taken that is signed with the old and with the new secret', async () => {
		const now = secret(desk);
		expect(await status(signed(0, { keys: ['the-next-one', now] }))).toBe(200);
		expect(await status(signed(0, { keys: [now, 'the-one-before'] }))).toBe(200);
		expect(await status(signed(0, { keys: ['the-next-one', 'the-one-before'] }))).toBe(401);
	});

	it('a delivery is taken by its password alone once the secret is gone', async () => {
		know('');
		expect(await status(without(HEADER))).toBe(200);
	});

	it('spaces around the secret do no harm', async () => {
		know(`  ${secret(desk)}\n`);
		expect(await status(message())).toBe(200);
	});
});

describe('a secret that is added while the workflow is active', () => {
	it('counts from the next delivery on', async () => {
		await activate();
		expect(await status(without(HEADER))).toBe(200);
		know(secret(desk));
		expect(await status(without(HEADER))).toBe(401);
		expect(await status(message())).toBe(200);
	});
});

describe('the tolerance', () => {
	it.each<[unknown, number, number]>([
		[10, -5, 200],
		[10, -15, 401],
		[600, -500, 200],
		[600, -610, 401],
		['600', -500, 200],
		['10', 15, 401],
	])('of %p seconds: a signature of %s seconds from now is answered with %s', async (...row) => {
		const [signatureTolerance, seconds, expected] = row;
		await activate(JSON.parse(JSON.stringify({ signatureTolerance })));
		know(secret(desk));
		expect(await status(signed(seconds))).toBe(expected);
	});
});

it('no answer and no request of a test tells the secret to anybody', async () => {
	await activate({ includeHeaders: true });
	know(secret(desk));
	await desk.deliver(message());
	await host.settled();
	expect(host.outputs()).toMatchObject([
		{ headers: { 'digitalriver-signature': '***', authorization: '***' } },
	]);
	const seen = JSON.stringify([host.outputs(), host.staticData(), desk.sandbox.log.all()]);
	expect(seen).not.toContain(secret(desk));
});
