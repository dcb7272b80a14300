import path from 'node:path';
import {
	builtCredentials,
	builtNodes,
	choicesIn,
	isTrigger,
	operationListsOf,
	operationsOf,
	readManifest,
	readText,
	resourceOf,
} from '../support/built-package.mts';
import { panelFor } from '../support/panel-for.mts';

const ALL = builtNodes().map((built) => [built.name, built] as const);

/** Those that do something with items; triggers have no operations. */
const NODES = ALL.filter(([, built]) => !isTrigger(built));

/** n8n's own list of categories. */
const CATEGORIES = [
	'AI',
	'Analytics',
	'Communication',
	'Core Nodes',
	'Data & Storage',
	'Developer Tools',
	'Development',
	'Finance & Accounting',
	'HITL',
	'Marketing',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

describe('the pictures', () => {
	const pictures = [
		...builtNodes().map(({ name, folder, node }) => [name, folder, node.description.icon] as const),
		...builtCredentials().map(
			({ folder, credential }) => [credential.name, folder, credential.icon] as const,
		),
	];

	it.each(pictures)(
		'of %s are there for a light and a dark screen, and differ',
		(_name, folder, icon) => {
			if (typeof icon !== 'object') throw new Error('There is no picture for each');
			const contents = [icon.light, icon.dark].map((file) =>
				readText(path.join(folder, file.replace('file:', ''))),
			);
			for (const content of contents) expect(content).toMatch(/^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/);
			expect(contents[0]).not.toBe(contents[1]);
		},
	);
});

describe.each(NODES)('%s, which works on items,', (_name, { node: { description } }) => {
	it('says in what state it stands on the canvas', () => {
		expect(description.subtitle).toBe(
			'={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		);
	});

	it('can be used by an agent', () => {
		expect(description.usableAsTool).toBe(true);
	});
});

describe.each(ALL)('%s', (name, { folder, node: { description } }) => {
	it('says what it is', () => {
		expect(description.displayName).toBe(description.defaults.name);
		expect(description.description).toMatch(/^[A-Z].*[^.]$/);
	});

	it('is version 1, as workflows that were saved have it', () => {
		expect(description.version).toBe(1);
		expect(description.name).toBe(name.charAt(0).toLowerCase() + name.slice(1));
	});

	it('has a codex file that n8n understands', () => {
		const codex: Record<string, unknown> = JSON.parse(readText(`${folder}/${name}.node.json`));
		expect(codex).toMatchObject({
			node: `${readManifest().name}.${description.name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
		});
		expect(codex.categories).not.toEqual([]);
		expect(CATEGORIES).toEqual(expect.arrayContaining(Object(codex.categories)));
		expect(description).not.toHaveProperty('codex');
	});
});

describe.each(NODES)('the operations of %s', (_name, { node }) => {
	const { description } = node;
	const operations = operationsOf(node);
	const lists = operationListsOf(node);

	it('are there', () => {
		expect(operations.length).toBeGreaterThan(0);
	});

	it.each(operations)('have an action in Sentence case: $action', ({ action }) => {
		expect(action).toMatch(/^[A-Z][a-z ]+$/);
		expect(action).not.toMatch(/\b(a|an|the)\b/i);
	});

	it.each(operations)('have a description: $name', (operation) => {
		expect(operation.description).toMatch(/^[A-Z].*[^.]$/);
	});

	it.each(operations)('do not repeat what they work on: $name', (operation) => {
		const noun = description.displayName.split(' ').at(-1) ?? '';
		expect(operation.name).not.toContain(noun);
	});

	it('include the one that is chosen at first, in every drop-down', () => {
		for (const list of lists) {
			expect(choicesIn([list]).map(({ value }) => value)).toContain(list.default);
		}
		expect(new Set(lists.map((list) => list.default)).size).toBe(1);
	});

	it('have the same words in every drop-down', () => {
		const all = choicesIn(lists);
		const meant = all.map(({ value }) => operations.find((other) => other.value === value));
		expect(all).toEqual(meant);
	});

	it('are shown for the resource', () => {
		const resources = lists.map(({ displayOptions }) => displayOptions?.show?.resource);
		expect(resources).toEqual(lists.map(() => [resourceOf(node)]));
	});
});

describe.each(NODES)('the resource of %s', (_name, { node }) => {
	const names = node.description.properties.map(({ name }) => name);
	const named = (wanted: string) => node.description.properties.find(({ name }) => name === wanted);

	it('is the one that is chosen at first', () => {
		expect(named('resource')?.default).toBe(resourceOf(node));
	});

	it('comes before the operation', () => {
		expect(names.indexOf('resource')).toBeLessThan(names.indexOf('operation'));
	});
});

it('the resources are those that saved workflows name', () => {
	const values = NODES.map(([, { node }]) => [node.description.name, resourceOf(node)]);
	expect(Object.fromEntries(values)).toEqual({
		fulfillmentOrder: 'order',
		inventory: 'inventory',
		product: 'product',
		shippingOrder: 'shipment',
	});
});

it.each([
	['flexport', ['cancel', 'create', 'get', 'retry']],
	['deliverr', ['cancel', 'create', 'get', 'retry']],
	['digitalRiver', ['cancel', 'create', 'get', 'getAll']],
] as const)(
	'the operations that are offered for an order in %s are those that it has',
	(provider, expected) => {
		const order = NODES.find(([name]) => name === 'FulfillmentOrder');
		const lists = order ? operationListsOf(order[1].node) : [];
		const offered = choicesIn(panelFor(provider, lists)).map(({ value }) => value);
		expect(offered.sort()).toEqual(expected);
	},
);

it('no two operations share an action', () => {
	const actions = NODES.flatMap(([, { node }]) => operationsOf(node)).map(({ action }) => action);
	expect(new Set(actions).size).toBe(actions.length);
});

it('the operations are those that saved workflows name', () => {
	const values = NODES.map(([, { node }]) => [
		node.description.name,
		operationsOf(node)
			.map(({ value }) => value)
			.sort(),
	]);
	expect(Object.fromEntries(values)).toEqual({
		fulfillmentOrder: ['cancel', 'create', 'get', 'getAll', 'retry'],
		inventory: ['get', 'getAll', 'getLowStock', 'getWarehouses'],
		product: ['create', 'get', 'getAll'],
		shippingOrder: ['cancel', 'create', 'get', 'getAll', 'getStatusHistory', 'retry', 'update'],
	});
});

it('every credential has a test', () => {
	for (const { credential } of builtCredentials()) {
		expect(credential.test?.request.url).toBeDefined();
	}
});
