import type { INodeParameters } from 'n8n-workflow';
import type { TargetAuth } from '../../sandbox/delivery-solutions/control.mts';
import { ORDER_STATUS_TRIGGER, PORTAL_SECRET, useTriggerDesk } from '../support/trigger-desk.mts';

const desk = useTriggerDesk();
const hooks = () => desk.sandbox.deliverySolutions.hooks;

type Way = [name: string, panel: INodeParameters, auth: (secret: string) => TargetAuth];

const ALGORITHMS = ['sha256', 'sha1', 'sha512'] as const;
const ENCODINGS = ['hex', 'base64'] as const;

const WAYS: Way[] = [
	['the defaults', {}, (value) => ({ type: 'header', name: 'X-Webhook-Token', value })],
	[
		'a header of another name',
		{ verification: 'header', headerName: ' x-My-Shop ' },
		(value) => ({ type: 'header', name: 'X-My-SHOP', value }),
	],
	[
		'Basic',
		{ verification: 'basic', username: 'delivery-solutions' },
		(password) => ({ type: 'basic', username: 'delivery-solutions', password }),
	],
	[
		'Basic with a name that is not ASCII',
		{ verification: 'basic', username: 'Zoë' },
		(password) => ({ type: 'basic', username: 'Zoë', password }),
	],
	['Bearer', { verification: 'bearer' }, (token) => ({ type: 'bearer', token })],
	...ALGORITHMS.flatMap((algorithm) =>
		ENCODINGS.map((encoding): Way => [
			`a signature by ${algorithm} in ${encoding}`,
			{ verification: 'signature', algorithm, encoding },
			(secret) => ({ type: 'signature', secret, algorithm, encoding }),
		]),
	),
	[
		'a signature in another header',
		{ verification: 'signature', signatureHeader: 'X-Other-Signature' },
		(secret) => ({
			type: 'signature',
			secret,
			algorithm: 'sha256',
			encoding: 'hex',
			header: 'X-Other-Signature',
		}),
	],
];

async function start(panel: INodeParameters, auth: TargetAuth) {
	const host = await desk.host('deliverySolutions', { events: ['*'], ...panel });
	await host.activate();
	for (const kind of ['order', 'communication'] as const) {
		hooks().addTarget({ url: host.productionUrl, kind, auth });
	}
	return host;
}

describe.each(WAYS)('deliveries with %s', (_name, panel, auth) => {
	it('start the workflow if the portal has the same secret', async () => {
		const host = await start(panel, auth(PORTAL_SECRET));
		await hooks().fire('ORDER_DELIVERED', { deliveryInstructions: 'Grüße an Zoë 🎈' });
		await hooks().fire('communication');
		expect(
			hooks()
				.attempts()
				.map(({ status }) => status),
		).toEqual([200, 200]);
		await host.settled();
		expect(host.outputs().map(({ eventType }) => eventType)).toEqual(['order', 'communication']);
	});

	it.each(['another-secret', `${PORTAL_SECRET}x`, PORTAL_SECRET.slice(1), ''])(
		'start nothing if the portal has %j',
		async (secret) => {
			const host = await start(panel, auth(secret));
			await hooks().fire('ORDER_DELIVERED');
			expect(hooks().attempts().at(0)?.status).toBe(401);
			expect(await host.settled()).toEqual([]);
		},
	);

	it('start nothing if the portal sends no authentication', async () => {
		const host = await start(panel, { type: 'none' });
		await hooks().fire('ORDER_DELIVERED');
		expect(hooks().attempts().at(0)?.status).toBe(401);
		expect(await host.settled()).toEqual([]);
	});

	it('count again as soon as the credential has a new secret', async () => {
		const host = await start(panel, auth('a-new-secret'));
		const webhookSecret = 'a-new-secret';
		host.setCredentials(desk.credentials('deliverySolutions', { webhookSecret }));
		await hooks().fire('ORDER_DELIVERED');
		expect(hooks().attempts().at(0)?.status).toBe(200);
	});

	it.each(['', '   '])('cannot be activated with the Webhook Secret %j', async (webhookSecret) => {
		const credentials = desk.credentials('deliverySolutions', { webhookSecret });
		const parameters = { events: ['*'], ...panel };
		const host = await desk.host('deliverySolutions', parameters, { credentials });
		for (const work of [() => host.activate(), () => host.listen()]) {
			const error = await desk.refusal(work());
			expect(error.message).toContain("The credential has no 'Webhook Secret'");
			expect(error.message).toMatch(/Put a long random text into the credential.*portal/);
		}
	});

	it('start nothing once the Webhook Secret was taken out of the credential', async () => {
		const host = await start(panel, auth(PORTAL_SECRET));
		const webhookSecret = '';
		host.setCredentials(desk.credentials('deliverySolutions', { webhookSecret }));
		await hooks().fire('ORDER_DELIVERED');
		expect(hooks().attempts().at(0)?.status).toBe(401);
		expect(await host.settled()).toEqual([]);
	});
});

it.each([
	['Basic', { verification: 'basic', username: ' ' }, "'User Name' is empty"],
	['a header', { verification: 'header', headerName: '' }, "'Header Name' is empty"],
	[
		'a signature',
		{ verification: 'signature', signatureHeader: '' },
		"'Signature Header' is empty",
	],
])('%s without a name cannot be activated', async (_way, panel, words) => {
	const host = await desk.host('deliverySolutions', { events: ['*'], ...panel });
	expect((await desk.refusal(host.activate())).message).toContain(words);
});

it('a body that was changed under its signature is refused', async () => {
	const auth = { type: 'signature', algorithm: 'sha256', encoding: 'hex' } as const;
	const host = await start({ verification: 'signature' }, { ...auth, secret: PORTAL_SECRET });
	const [message] = hooks().message('ORDER_DELIVERED');
	if (!message) throw new Error('There is no target');
	const body = message.body.replace('ORDER_DELIVERED', 'CANCELLED');
	expect(body).not.toBe(message.body);
	expect((await desk.deliver({ ...message, body })).status).toBe(401);
	expect((await desk.deliver(message)).status).toBe(200);
	expect(await host.settled()).toHaveLength(1);
});

describe('None', () => {
	it('takes what anybody sends, also without a Webhook Secret', async () => {
		const credentials = desk.credentials('deliverySolutions', { webhookSecret: '' });
		const parameters = { events: ['*'], verification: 'none' };
		const host = await desk.host('deliverySolutions', parameters, { credentials });
		await host.activate();
		hooks().addTarget({ url: host.productionUrl, kind: 'order', auth: { type: 'none' } });
		await hooks().fire('ORDER_DELIVERED');
		await host.settled();
		expect(host.outputs()).toHaveLength(1);
	});

	it('warns in the panel, and is not what is chosen by default', () => {
		const { properties } = desk.engine.describeNode(ORDER_STATUS_TRIGGER);
		const warning = properties.find(
			({ type, displayOptions }) =>
				type === 'notice' && displayOptions?.show?.verification?.includes('none'),
		);
		expect(warning?.displayName).toMatch(/can start this workflow with made-up data/);
		expect(properties.find(({ name }) => name === 'verification')?.default).toBe('header');
	});

	it('is not what an unknown choice means', async () => {
		const panel = { verification: 'nothing' };
		const host = await desk.host('deliverySolutions', { events: ['*'], ...panel });
		expect((await desk.refusal(host.activate())).message).toContain('Authentication of Deliveries');
	});
});
