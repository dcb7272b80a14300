import { TRIED_IN } from '../../host/examples/tried-in.mts';
import { linksOf, readExamples, STICKY_NOTE, workingNodes } from './example-files.mts';
import { CREDENTIAL_NAMES, knownNodes, NEED_AN_ACCOUNT } from './known-nodes.mts';
import { overlaps, tooLongNotes } from './layout.mts';

const examples = readExamples();
const each = examples.map((example) => [example.file, example] as const);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const twice = (values: readonly string[]): string[] =>
	values.filter((value, index) => values.indexOf(value) !== index);

it('each example is tried in a real n8n', () => {
	const tried = Object.values(TRIED_IN).flat().sort();
	expect(tried).toEqual(examples.map(({ file }) => file));
});

it('no two nodes of all examples have the same ID, and no two workflows the same name', () => {
	const nodes = examples.flatMap((example) => example.nodes);
	expect(nodes.map(({ id }) => id).filter((id) => !UUID.test(id))).toEqual([]);
	const webhooks = nodes.flatMap(({ webhookId = [] }) => webhookId);
	expect(webhooks.filter((id) => !UUID.test(id))).toEqual([]);
	expect(twice([...nodes.map(({ id }) => id), ...webhooks])).toEqual([]);
	expect(twice(examples.map(({ name }) => name))).toEqual([]);
});

describe.each(each)('%s', (_file, example) => {
	const { nodes, text, pinData = {} } = example;
	const names = nodes.map(({ name }) => name);

	it('is a workflow that n8n can import, and that does nothing until it is published', () => {
		const { active, tags, settings } = example;
		expect({ active, tags, settings }).toEqual({
			active: false,
			tags: [],
			settings: { executionOrder: 'v1' },
		});
	});

	it('has nodes that exist in every n8n it is for', () => {
		const known = knownNodes();
		const types = nodes.map(({ type, typeVersion }) => `${type} ${typeVersion}`);
		expect(types.filter((type) => !known.has(type))).toEqual([]);
	});

	it('names each node once, and speaks of nodes that are there', () => {
		expect(twice(names)).toEqual([]);
		const linked = linksOf(example).flatMap(({ from, to }) => [from, to]);
		const quoted = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, name = '']) => name);
		const spokenOf = [...linked, ...quoted, ...Object.keys(pinData)];
		expect(spokenOf.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('leaves no node alone', () => {
		const reached = new Set(linksOf(example).flatMap(({ from, to }) => [from, to]));
		expect(workingNodes(example).filter(({ name }) => !reached.has(name))).toEqual([]);
	});

	it('explains itself by a note, with room for its words and beside the nodes', () => {
		const notes = nodes.filter(({ type }) => type === STICKY_NOTE);
		expect(notes.length).toBeGreaterThan(0);
		expect(tooLongNotes(nodes)).toEqual([]);
		expect(overlaps(nodes)).toEqual([]);
	});

	it('asks for credentials by name, and holds none', () => {
		for (const { credentials = {} } of nodes) {
			for (const [type, credential] of Object.entries(credentials)) {
				expect(credential.id).toBeNull();
				expect(CREDENTIAL_NAMES[type]).toContain(credential.name);
			}
		}
		expect(text).not.toMatch(/bearer |password|secret["']?\s*:|\b(sk|xoxb|ghp)[-_]/i);
	});

	it('names no machine and no person', () => {
		expect(text).not.toMatch(
			/localhost|\.local\b|0\.0\.0\.0|\[?::1|\b(127|10)\.\d+\.\d+\.\d+|\b192\.168\.|\b172\.(1[6-9]|2\d|3[01])\./,
		);
		expect(text).not.toMatch(/\b(https?|file|ssh):\/\//);
		const addresses = text.match(/[\w.+-]+@[\w-]+\.[\w.-]*\w/g) ?? [];
		expect(addresses.filter((address) => !address.endsWith('@example.com'))).toEqual([]);
	});

	it('has switched off what needs an account elsewhere, and nothing else', () => {
		const off = nodes.filter(({ disabled }) => disabled);
		const needing = nodes.filter(({ type }) => NEED_AN_ACCOUNT.includes(type));
		expect(off).toEqual(needing);
		// Switched on, such a node gives the answer of its service and no longer what came in.
		const goingOn = new Set(linksOf(example).map(({ from }) => from));
		expect(off.filter(({ name }) => goingOn.has(name))).toEqual([]);
	});
});
