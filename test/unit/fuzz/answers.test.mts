import fc from 'fast-check';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { newOrigin } from './support/accounts.mts';
import { play, shareOf } from './support/cases.mts';
import { endOf } from '../support/ends.mts';
import { runNode } from './support/node-run.mts';
import { faultsIn } from './support/outcome.mts';
import { replay } from './support/replay.mts';
import { SCENES } from './support/scenes.mts';
import { schemaOf } from './support/schemas.mts';
import { anySpoiling, spoiling } from './support/spoiling.mts';
import { strictApi } from './support/strict-api.mts';
import { record } from './support/tape.mts';

const NAMES = Object.keys(SCENES);

const runs = fc.record({
	spoilings: fc.array(anySpoiling, { minLength: 1, maxLength: 2 }),
	simplify: fc.boolean(),
	continueOnFail: fc.constantFrom(true, true, true, false),
	count: fc.constantFrom(1, 1, 2),
});

const LISTS = new Set(['getAll', 'getLowStock', 'getStatusHistory', 'getWarehouses']);

afterEach(useRealTime);

test.each(Object.entries(SCENES))(
	'%s: an item or a clear error, whatever the API answers',
	async (_name, scene) => {
		const { node, operation, parameters, answers } = await record(scene);
		useFakeTime();
		const isFixed = operation === 'getLowStock';
		await play(shareOf('answers', NAMES.length), runs, async (run) => {
			const { spoilings, simplify, continueOnFail, count } = run;
			const api = strictApi(replay({ answers }, spoiling(spoilings)));
			const items = Array.from({ length: count }, () => ({ ...parameters, simplify }));
			const work = runNode({ node, items, continueOnFail, origin: newOrigin(), ...api });
			const schema = simplify || isFixed ? schemaOf(node, operation) : undefined;
			const faults = faultsIn(await endOf(work), {
				count,
				continueOnFail,
				schemaFor: () => schema,
				mayBeEmpty: LISTS.has(operation),
			});
			expect([...faults, ...api.faults]).toEqual([]);
		});
	},
	120_000,
);
