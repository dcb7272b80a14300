import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { PACKAGE } from './package/install-package.mts';
import { useHost } from './support/use-host.mts';

const desk = useHost();

const NODES = [
	'fulfillmentOrder',
	'inventory',
	'inventoryAlertTrigger',
	'orderStatusTrigger',
	'product',
	'shippingOrder',
	'shippingOrderTrigger',
];
const isTrigger = (name: string) => name.endsWith('Trigger');

async function types(): Promise<Map<string, INodeTypeDescription>> {
	const all = await desk.rest.ask<INodeTypeDescription[]>('GET', '/types/nodes.json');
	const ours = all.filter(({ name }) => name.startsWith(`${PACKAGE}.`));
	return new Map(ours.map((type) => [type.name.slice(PACKAGE.length + 1), type]));
}

/** The paths of files below a folder, with / between their parts. */
const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.replaceAll('\\', '/'));

it('n8n knows each node, and a tool for AI agents of each but the trigger', async () => {
	const tools = NODES.filter((name) => !isTrigger(name)).map((name) => `${name}Tool`);
	expect([...(await types()).keys()].sort()).toEqual([...NODES, ...tools].sort());
});

it('a tool can be described to an agent, and has the operations of its node', async () => {
	const all = await types();
	const operationsOf = (name: string) =>
		all.get(name)?.properties.filter((property) => property.name === 'operation');
	for (const name of NODES.filter((each) => !isTrigger(each))) {
		const tool = all.get(`${name}Tool`);
		expect(tool?.properties.map((property) => property.name)).toContain('toolDescription');
		expect(operationsOf(`${name}Tool`)).toEqual(operationsOf(name));
	}
});

it('each node and each credential has its icons, for light and dark', async () => {
	const credentials = await desk.rest.ask<Array<{ name: string; iconUrl?: unknown }>>(
		'GET',
		'/types/credentials.json',
	);
	const named = [
		...(await types()).values(),
		...credentials.filter(({ name }) => Object.hasOwn(desk.accounts, name)),
	];
	expect(named.length).toBeGreaterThanOrEqual(NODES.length + 4);
	const icons = new Set<string>();
	for (const { iconUrl } of named) {
		expect(iconUrl).toEqual({ light: expect.any(String), dark: expect.any(String) });
		const { light = '', dark = '' } = Object.assign({ light: '', dark: '' }, iconUrl);
		for (const path of [light, dark]) icons.add(path);
	}
	for (const path of icons) {
		expect(await desk.rest.ask<string>('GET', `/${path}`)).toMatch(/^<svg/);
	}
});

it('each schema of the output is served at the address that the editor asks', async () => {
	const root = join(process.cwd(), 'dist', 'nodes');
	const folders = readdirSync(root)
		.map((name) => ({ name, folder: join(root, name, '__schema__') }))
		.filter(({ folder }) => existsSync(folder));
	expect(folders).toHaveLength(NODES.length);
	for (const { name, folder } of folders) {
		const node = `${PACKAGE}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
		// What a trigger puts out is for n8n itself; the editor asks for no such file.
		for (const file of filesBelow(folder).filter((path) => !path.endsWith('/output.json'))) {
			const path = `/schemas/${node}/${file.replace('v', '')}`;
			const schema = await desk.rest.ask<{ type?: string }>('GET', path);
			expect([path, schema.type]).toEqual([path, 'object']);
		}
	}
});
