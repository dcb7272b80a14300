import dns from 'node:dns';
import { isObject } from '../../sandbox/shared/json.mts';
import { REGISTERING, triggerWorkflow, useTriggerDesk } from '../support/trigger-desk.mts';
import { useHurry } from '../support/use-hurry.mts';
import {
	expected,
	ONE,
	posts,
	TWO_EVENTS,
	wanted,
	type Registering,
} from './registration-bench.mts';

const desk = useTriggerDesk();
useHurry();

const NAME = { flexport: 'Flexport', deliverr: 'Deliverr', digitalRiver: 'Digital River' };

/** Lets every name below .test lead to this machine, without being taken for it. */
function nameThisMachine(): void {
	const real = dns.lookup;
	const local = { address: '127.0.0.1', family: 4 };
	jest.spyOn(dns, 'lookup').mockImplementation((...given: unknown[]) => {
		const [name, options] = given;
		const answer = given.at(-1);
		if (!String(name).endsWith('.test') || typeof answer !== 'function') {
			return Reflect.apply(real, dns, given);
		}
		const isAll = isObject(options) && options.all === true;
		const found = isAll ? [[local]] : [local.address, local.family];
		setImmediate(() => Reflect.apply(answer, undefined, [null, ...found]));
	});
}

/** The sandbox by another name: that of a host in a hosts file, say. */
const baseUrlAt = (provider: Registering, host: string) =>
	desk.sandbox[provider].baseUrl.replace('127.0.0.1', host);

const credentialsAt = (provider: Registering, host: string) =>
	desk.credentials(provider, { baseUrl: baseUrlAt(provider, host) });

beforeEach(() => nameThisMachine());
afterEach(() => jest.restoreAllMocks());

describe.each(REGISTERING)('the address of an n8n that %s is to send to', (provider) => {
	const start = (host: string, publicUrl: string) =>
		desk.host(provider, TWO_EVENTS[provider], {
			credentials: credentialsAt(provider, host),
			publicUrl,
		});

	it.each([
		['http://n8n.example.com', 'api.vendor.test'],
		['http://localhost:5678', 'api.vendor.test'],
		['HTTP://n8n.example.com', 'api.vendor.test'],
		['http://n8n.example.com', '127.0.0.1.vendor.test'],
		['http://n8n.example.com', 'localhost.vendor.test'],
		['http://n8n.example.com', 'notlocalhost.test'],
	])('is refused if it is %s and the API is at %s', async (publicUrl, api) => {
		const host = await start(api, publicUrl);
		const error = await desk.refusal(host.activate());
		expect(error.message).toContain(`${NAME[provider]} sends to addresses with https only`);
		expect(error.message.toLowerCase()).toContain(publicUrl.toLowerCase());
		expect(error.message).toContain('Set the environment variable WEBHOOK_URL');
		expect(desk.sent().filter((line) => !line.startsWith('GET '))).toEqual([]);
	});

	it('is refused in a test from the editor too', async () => {
		const host = await start('api.vendor.test', 'http://n8n.example.com');
		const error = await desk.refusal(host.listen());
		expect(error.message).toContain('https only');
		expect(posts(desk, provider)).toEqual([]);
	});

	it('is registered if it has https', async () => {
		const host = await start('api.vendor.test', 'https://n8n.example.com/');
		await host.activate();
		const path = new URL(host.productionUrl).pathname;
		expect(wanted(desk, provider)).toEqual(
			expected(TWO_EVENTS[provider].events, `https://n8n.example.com${path}`),
		);
	});

	it.each(['127.0.0.1', 'localhost'])('may do without https if the API is at %s', async (api) => {
		const host = await start(api, 'http://127.0.0.1:5678');
		await host.activate();
		expect(wanted(desk, provider)).toHaveLength(2);
	});
});

describe.each(
	REGISTERING.flatMap((provider) => [
		[provider, 'classic' as const] as const,
		[provider, 'publication' as const] as const,
	]),
)('%s, after WEBHOOK_URL was changed (%s)', (provider, activation) => {
	const { events } = TWO_EVENTS[provider];
	const OLD = 'https://old.example.com';
	const NEW = 'https://new.example.com/';

	/** The same workflow in an n8n that was started anew with another address. */
	async function moved() {
		const credentials = desk.credentials(provider);
		const workflow = triggerWorkflow({ provider, events });
		const options = { credentials, activation };
		const before = await desk.hostWorkflow(workflow, { ...options, publicUrl: OLD });
		await before.activate();
		const after = await desk.hostWorkflow(workflow, { ...options, publicUrl: NEW });
		after.setStaticData(before.staticData());
		return { before, after, path: new URL(after.productionUrl).pathname };
	}

	it('the old registration is removed, and the new address registered', async () => {
		const { after, path } = await moved();
		await after.activate();
		expect(wanted(desk, provider)).toEqual(expected(events, `https://new.example.com${path}`));
		await after.deactivate();
		expect(desk.registered(provider)).toEqual([]);
	});

	it('the old secrets are refused', async () => {
		const { after } = await moved();
		const old = desk.hooks(provider).message(events[0] ?? '');
		await after.activate();
		const answers = await Promise.all(
			old.map((message) => desk.deliver({ ...message, url: after.productionUrl })),
		);
		expect(answers.map(({ status }) => status)).toEqual([401]);
	});

	it('the old registration is removed in the end, even if the API refuses that for a while', async () => {
		const { after, path } = await moved();
		const fault = { kind: 'status', status: 400 } as const;
		desk.sandbox.faults.add({
			method: 'DELETE',
			path: ONE[provider],
			fault,
			when: { times: 2 * wanted(desk, provider).length },
		});
		await after.activate().catch(() => undefined);
		desk.sandbox.faults.clear();
		await after.activate();
		expect(wanted(desk, provider)).toEqual(expected(events, `https://new.example.com${path}`));
	});
});
