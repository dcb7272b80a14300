import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createEngine, type Engine, type WebhookHost } from '../harness/index.mts';
import { triggerWorkflow, useTriggerDesk } from '../support/trigger-desk.mts';

const desk = useTriggerDesk();

let directory: string;
let engine: Engine;
let one: WebhookHost;
let other: WebhookHost;

// A second installation of the package is loaded anew, and so remembers nothing of what the first has
// seen: as another process of the same n8n, or as the same process after a restart.
beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'n8n-nodes-fulfillment-'));
	cpSync('dist', join(directory, 'dist'), { recursive: true });
	cpSync('package.json', join(directory, 'package.json'));
	symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
	engine = await createEngine(directory);
});

afterAll(() => rmSync(directory, { recursive: true }));

beforeEach(async () => {
	const workflow = triggerWorkflow({ provider: 'flexport', events: ['Order.Shipped'] });
	const credentials = desk.credentials('flexport');
	one = await desk.hostWorkflow(workflow, { credentials });
	other = await engine.hostWebhooks(workflow, { credentials });
	await other.activate();
	await one.activate();
	// Both work on one database, and it has what the one has registered.
	other.setStaticData(one.staticData());
});

afterEach(() => other.close());

/** What Flexport sends to the one, for either of the two. */
function message(host: WebhookHost, logisticsEventId: string) {
	const messages = desk.hooks('flexport').message('Order.Shipped', { logisticsEventId });
	const found = messages.find(({ url }) => url === one.productionUrl);
	if (!found) throw new Error('It is not registered');
	return { ...found, url: host.productionUrl };
}

const sorted = (host: WebhookHost) =>
	host
		.outputs()
		.map(({ eventId }) => String(eventId))
		.sort();

it('a process takes what another has registered', async () => {
	expect(await desk.deliver(message(other, 'A'))).toMatchObject({ status: 200 });
	await other.settled();
	expect(sorted(other)).toEqual(['A']);
});

it('each process starts the workflow once for an event, and eventId tells that it is the same', async () => {
	const ids = Array.from({ length: 50 }, (_, index) => `E-${index}`).sort();
	const all = [...ids, ...ids, ...ids].flatMap((id) => [message(one, id), message(other, id)]);
	const answers = await Promise.all(all.map((each) => desk.deliver(each)));
	await Promise.all([one.settled(), other.settled()]);

	expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
	expect(sorted(one)).toEqual(ids);
	expect(sorted(other)).toEqual(ids);
});
