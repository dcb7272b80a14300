import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWorkflow } from './rest/run.mts';
import { saveWorkflow, type WorkflowFile } from './rest/workflows.mts';
import { TriggerBench } from './support/trigger-bench.mts';
import { TRIGGER_SYSTEMS } from './support/trigger-systems.mts';
import { useHost } from './support/use-host.mts';
import { START } from './workflows/build.mts';
import { PRODUCT_PLACE } from './workflows/saved-by-release.mts';

const FOLDER = join('test', 'host', 'upgrade');
const releases = readdirSync(FOLDER).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
const filesOf = (release: string) => readdirSync(join(FOLDER, release));

const desk = useHost();
let sku = '';

beforeAll(() => {
	const { flexport, deliverr, digitalRiver } = desk.sandbox;
	sku = flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' }).logisticsSku;
	deliverr.addProduct({ externalProductId: sku, inventory: 1000 });
	digitalRiver.addInventoryItem(sku);
});

function read(release: string, name: string): WorkflowFile {
	const text = readFileSync(join(FOLDER, release, name), 'utf8');
	return JSON.parse(text.replaceAll(PRODUCT_PLACE, sku));
}

it('there are workflows of a release', () => expect(releases).toContain('0.1.0'));

describe.each(releases)('saved by %s', (release) => {
	const files = filesOf(release);

	// First, while there is nothing else that could change and be told of.
	it.each(files.filter((name) => name.startsWith('trigger-')))('%s is started', async (name) => {
		const system = TRIGGER_SYSTEMS.find(({ provider }) => name === `trigger-${provider}.json`);
		if (!system) throw new Error(`${name} is for no system that is known`);
		const bench = new TriggerBench(desk, system);
		await bench.save(read(release, name));
		if (!system.registers) bench.enterInPortal('webhook');
		await bench.activate();
		await bench.deliverUntilTaken(await bench.message(8001));
		expect(await bench.outputs(1)).toMatchObject([system.told(8001)]);
		await bench.deactivate();
	});

	it.each(files.filter((name) => !name.startsWith('trigger-')))('%s runs', async (name) => {
		const file = read(release, name);
		const { id, nodes } = await saveWorkflow(desk.rest, file);
		expect(nodes.map(({ parameters }) => parameters)).toEqual(
			file.nodes.map(({ parameters }) => parameters),
		);
		const { status, error, items } = await runWorkflow(desk.rest, id, START);
		expect([status, error]).toEqual(['success', undefined]);
		const empty = nodes.filter((node) => items(node.name).length === 0);
		expect(empty.map((node) => node.name)).toEqual([]);
	});
});
