import { inTurns } from '../../bench/in-turns.mts';

test('works on so many at a time, and gives the results in their order', async () => {
	let atWork = 0;
	let most = 0;
	const results = await inTurns([5, 1, 4, 2, 3], 2, async (value, index) => {
		atWork += 1;
		most = Math.max(most, atWork);
		for (let tick = 0; tick < value; tick += 1) await Promise.resolve();
		atWork -= 1;
		return `${index}:${value}`;
	});
	expect(results).toEqual(['0:5', '1:1', '2:4', '3:2', '4:3']);
	expect(most).toBe(2);
});

test('fails when one fails', async () => {
	const work = async (value: number) => {
		if (value === 2) throw new Error('two');
		return value;
	};
	await expect(inTurns([1, 2, 3], 1, work)).rejects.toThrow('two');
});
