import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { manualClock } from '../../sandbox/clock.mts';
import { startSandbox } from '../../sandbox/server.mts';
import { sample, shareOf } from '../../unit/fuzz/support/cases.mts';
import { asJson } from '../../unit/fuzz/support/as-json.mts';
import type { NodeKey } from '../../unit/fuzz/support/nodes.mts';
import { faultsOfItems } from '../../unit/fuzz/support/outcome.mts';
import { anyChanges, propertiesOf } from '../../unit/fuzz/support/panels.mts';
import { SCENES, type Scene } from '../../unit/fuzz/support/scenes.mts';
import { createEngine, NODE, type Engine } from '../harness/index.mts';
import { sandboxCredentials } from '../support/sandbox-credentials.mts';

/** One scene for each operation; the variants after a comma are for other tests. */
const PLAIN = Object.entries(SCENES).filter(([name]) => !name.includes(','));

const EACH = shareOf('engine-parameters', PLAIN.length);

let engine: Engine;
beforeAll(async () => {
	engine = await createEngine();
});
afterAll(() => engine.close());

const typeOf = (node: NodeKey) => `n8n-nodes-fulfillment.${node}`;

/** Every parameter but these comes with the item: n8n takes no expression for them. */
const FIXED = ['resource', 'operation', 'provider'];

/** Runs the node once over all cases, each an item that brings its own parameters. */
async function runAll({ node, operation, panel }: Scene): Promise<string[]> {
	const clock = manualClock();
	const sandbox = await startSandbox({ clock });
	try {
		const credentials = sandboxCredentials(sandbox);
		const run = async (key: NodeKey, parameters: IDataObject): Promise<IDataObject[]> => {
			const given: INodeParameters = JSON.parse(JSON.stringify(parameters));
			const result = await engine.runNode(typeOf(key), given, { credentials });
			if (result.error) throw result.error;
			return result.items(NODE).map(({ json }) => json);
		};
		const pass = async (ms: number) => await clock.advance(ms);
		const given = await panel({ sandbox, run, pass });
		const cases = sample(EACH, anyChanges(node, operation));
		const input = cases.map((changes) => asJson({ ...given, ...changes }));
		const names = propertiesOf(node, operation)
			.map(({ name }) => name)
			.filter((name) => !FIXED.includes(name));
		const expressions = names.map((name) => [name, `={{ $json.${name} }}`] as const);
		const fixed: INodeParameters = given.provider ? { provider: String(given.provider) } : {};
		const parameters = { ...Object.fromEntries(expressions), operation, ...fixed };
		const onError = 'continueRegularOutput';
		const result = await engine.runNode(typeOf(node), parameters, { credentials, input, onError });
		if (result.error) throw result.error;
		return faultsOfItems(result.items(NODE), input.length);
	} finally {
		await sandbox.close();
	}
}

test.each(PLAIN)(
	'%s in n8n: an item or a clear error for each item, whatever its expressions give',
	async (_name, scene) => {
		expect(await runAll(scene)).toEqual([]);
	},
	120_000,
);
