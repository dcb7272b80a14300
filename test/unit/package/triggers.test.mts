import { runInNewContext } from 'node:vm';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { builtNodes, choicesIn, isTrigger } from '../support/built-package.mts';
import { labelOf, walk } from '../support/panel.mts';

const TRIGGERS = builtNodes()
	.filter(isTrigger)
	.map((built) => [built.name, built] as const);

const trigger = TRIGGERS.find(([name]) => name === 'OrderStatusTrigger')?.[1].node;
const properties: INodeProperties[] = trigger?.description.properties ?? [];

const PROVIDERS = ['flexport', 'deliverr', 'digitalRiver', 'deliverySolutions'];

describe.each(TRIGGERS)('%s, which starts workflows,', (name, { node }) => {
	const { description } = node;

	it('is called a trigger, takes nothing in and gives one thing out', () => {
		expect(name).toMatch(/Trigger$/);
		expect(description.displayName).toMatch(/ Trigger$/);
		expect(description.group).toEqual(['trigger']);
		expect(description.inputs).toEqual([]);
		expect(description.outputs).toEqual(['main']);
	});

	it('is no tool for an agent', () => {
		expect(description.usableAsTool).toBeUndefined();
	});

	it('has no operations', () => {
		const names = description.properties.map((property) => property.name);
		expect(names).not.toContain('operation');
		expect(names).not.toContain('resource');
	});
});

describe('the webhook of the Order Status Trigger', () => {
	it('answers before the workflow runs: a sender waits three seconds at most', () => {
		expect(trigger?.description.webhooks).toMatchObject([
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		]);
	});

	it('is looked for, registered and removed', () => {
		expect(Object.keys(trigger?.webhookMethods?.default ?? {}).sort()).toEqual([
			'checkExists',
			'create',
			'delete',
		]);
	});
});

describe('the subtitle of the Order Status Trigger', () => {
	/** The expression, worked out as n8n does. */
	const subtitle = (parameter: IDataObject): unknown => {
		const code = trigger?.description.subtitle?.replace(/^=\{\{|\}\}$/g, '') ?? '';
		return runInNewContext(code, { $parameter: parameter });
	};

	it('names the system and the events', () => {
		const events = ['Order.Shipped', 'Order.Cancelled'];
		expect(subtitle({ provider: 'flexport', events })).toBe(
			'flexport: Order.Shipped, Order.Cancelled',
		);
	});

	it('can be worked out also if an expression gives the events as text', () => {
		expect(subtitle({ provider: 'flexport', events: 'Order.Shipped' })).toBe(
			'flexport: Order.Shipped',
		);
	});
});

describe('the panel of the Order Status Trigger', () => {
	const shownFor = (provider: string) =>
		properties.filter(({ displayOptions }) => {
			const providers = displayOptions?.show?.['/provider'];
			return providers === undefined || providers.some((one) => one === provider);
		});

	it('has the parameters that saved workflows name', () => {
		const names = new Set(
			properties.filter(({ type }) => type !== 'notice').map((one) => one.name),
		);
		expect([...names]).toEqual(expect.arrayContaining(['provider', 'events', 'options']));
	});

	it('offers the four systems', () => {
		const provider = properties.filter(({ name }) => name === 'provider');
		expect(choicesIn(provider).map(({ value }) => value)).toEqual(PROVIDERS);
	});

	it.each(PROVIDERS)(
		'shows one list of events for %s, with all of them as a choice',
		(provider) => {
			const lists = shownFor(provider).filter(({ name }) => name === 'events');
			expect(lists).toHaveLength(1);
			const values = choicesIn(lists).map(({ value }) => value);
			expect(values[0]).toBe('*');
			expect(values.length).toBeGreaterThan(2);
			expect(new Set(values).size).toBe(values.length);
			const [chosen = []] = lists.map((list): unknown => list.default);
			expect(chosen).not.toEqual([]);
			expect(values).toEqual(expect.arrayContaining([chosen].flat()));
		},
	);

	it('asks how deliveries prove themselves for Delivery Solutions alone: a token at first', () => {
		const verification = properties.filter(({ name }) => name === 'verification');
		expect(verification.map((one) => one.displayOptions?.show)).toEqual([
			{ '/provider': ['deliverySolutions'] },
		]);
		expect(verification[0]?.default).toBe('header');
		expect(
			choicesIn(verification)
				.map(({ value }) => String(value))
				.sort(),
		).toEqual(['basic', 'bearer', 'header', 'none', 'signature']);
	});

	it('says of everything about the signature that it is not confirmed', () => {
		const choice = choicesIn(properties).find(({ value }) => value === 'signature');
		expect(choice?.name).toContain('Unconfirmed');
		for (const name of ['algorithm', 'encoding']) {
			expect(properties.find((one) => one.name === name)?.displayName).toContain('Unconfirmed');
		}
	});

	it('warns of taking deliveries that prove nothing', () => {
		const notices = properties.filter(
			({ type, displayOptions }) =>
				type === 'notice' && displayOptions?.show?.verification?.[0] === 'none',
		);
		expect(notices).toHaveLength(1);
		expect(notices[0]?.displayName).toMatch(/made-up data/);
	});

	it('drops redeliveries unless that is switched off', () => {
		const option = walk(properties).find(
			({ entry }) => 'name' in entry && entry.name === 'dropRedeliveries',
		);
		expect(option && Reflect.get(option.entry, 'default')).toBe(true);
	});

	it('asks for no secret: those are in the credential', () => {
		const labels = walk(properties).map(({ entry }) => labelOf(entry));
		expect(labels.filter((label) => /\b(secret|password|key)$/i.test(label))).toEqual([]);
	});
});
