import fc, { type Arbitrary } from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { looseFlag } from '../../../nodes/shared/read.ts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { newOrigin } from './support/accounts.mts';
import { play, shareOf } from './support/cases.mts';
import { endOf } from '../support/ends.mts';
import { runNode } from './support/node-run.mts';
import { faultsIn } from './support/outcome.mts';
import { anyChanges } from './support/panels.mts';
import { replay } from './support/replay.mts';
import { SCENES } from './support/scenes.mts';
import { schemaOf } from './support/schemas.mts';
import { strictApi } from './support/strict-api.mts';
import { completed, record, type Tape } from './support/tape.mts';
import { WHOLE_PANELS } from './support/whole-panels.mts';

const NAMES = Object.keys(SCENES);

/** Runs over one to three items, each with changes of its own to a panel that is right. */
function anyRun(
	tape: Tape,
	whole: readonly IDataObject[],
): Arbitrary<{ items: IDataObject[]; continueOnFail: boolean }> {
	const { node, operation, parameters } = tape;
	const panels = [parameters, ...whole.map((panel) => completed(node, operation, panel))];
	const item = fc
		.tuple(fc.constantFrom(...panels), anyChanges(node, operation))
		.map(([panel, changes]) => ({ ...panel, ...changes }));
	return fc.record({
		items: fc.array(item, { minLength: 1, maxLength: 3 }),
		continueOnFail: fc.constantFrom(true, true, true, false),
	});
}

afterEach(useRealTime);

test.each(Object.entries(SCENES))(
	'%s: an item or a clear error, whatever stands in the panel',
	async (name, scene) => {
		const { node, operation } = scene;
		const tape = await record(scene);
		useFakeTime();
		const runs = anyRun(tape, WHOLE_PANELS[name] ?? []);
		await play(shareOf('parameters', NAMES.length), runs, async ({ items, continueOnFail }) => {
			const api = strictApi(replay(tape));
			const work = runNode({ node, items, continueOnFail, origin: newOrigin(), ...api });
			const isUsual = (index: number) =>
				items[index]?.operation === operation && (looseFlag(items[index].simplify) ?? true);
			const faults = faultsIn(await endOf(work), {
				count: items.length,
				continueOnFail,
				schemaFor: (index) => (isUsual(index) ? schemaOf(node, operation) : undefined),
				mayBeEmpty: true,
			});
			expect([...faults, ...api.faults]).toEqual([]);
		});
	},
	120_000,
);
