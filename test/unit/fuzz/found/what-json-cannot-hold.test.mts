import { useFakeTime, useRealTime } from '../../support/fake-time.mts';
import { runOne, wordsIn } from '../support/one-item.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const circle: { self?: unknown } = {};
circle.self = circle;

test('a body that contains itself is refused before it is sent', async () => {
	const jsonBody = { merchantSku: 'MUG', name: 'Mug', more: circle };
	const items = await runOne(['product', 'create'], { inputMode: 'json' }, { jsonBody });
	expect(wordsIn(items)).toEqual({
		error: "'JSON Body' holds what JSON cannot, such as an object that contains itself [item 0]",
		fix: 'Check what its expression gives.',
	});
});

test('a collection that contains itself is named as that, and not as a stack of calls', async () => {
	const filters = { externalOrderIds: [circle] };
	const given = { provider: 'digitalRiver' };
	const items = await runOne(['fulfillmentOrder', 'getAll'], given, { filters });
	expect(wordsIn(items).error).toBe(
		'A parameter holds an object that contains itself or is nested too deep [item 0]',
	);
});

test('a threshold that JSON cannot hold is named by its kind', async () => {
	const items = await runOne(['inventory', 'getLowStock'], {}, { threshold: circle });
	expect(wordsIn(items).error).toBe(
		"'Threshold' is object, but must be a number of at least 0 [item 0]",
	);
});
