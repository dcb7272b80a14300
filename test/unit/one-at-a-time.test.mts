import { oneAtATime } from '../../nodes/shared/providers/one-at-a-time.ts';

/** Work that ends when it is told to, and remembers when it began. */
function job(log: string[], name: string) {
	let finish = (): void => {};
	const done = new Promise<void>((resolve) => {
		finish = resolve;
	});
	const work = async () => {
		log.push(name);
		await done;
		return name;
	};
	return { work, finish };
}

const settle = async () => {
	for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('work about the same thing', () => {
	it('is done one after the other, in the order asked for', async () => {
		const scope = {};
		const log: string[] = [];
		const jobs = ['first', 'second', 'third'].map((name) => job(log, name));
		const results = jobs.map(({ work }) => oneAtATime(scope, 'A-1', work));
		await settle();
		expect(log).toEqual(['first']);
		for (const { finish } of jobs) {
			finish();
			await settle();
		}
		expect(log).toEqual(['first', 'second', 'third']);
		expect(await Promise.all(results)).toEqual(['first', 'second', 'third']);
	});

	it('goes on after work that failed, which fails for its own caller only', async () => {
		const scope = {};
		const failing = oneAtATime(scope, 'A-1', () => Promise.reject(new Error('no')));
		const next = oneAtATime(scope, 'A-1', () => Promise.resolve('yes'));
		await expect(failing).rejects.toThrow('no');
		await expect(next).resolves.toBe('yes');
	});
});

describe('work about other things', () => {
	it('goes on side by side', async () => {
		const scope = {};
		const log: string[] = [];
		const jobs = ['A-1', 'A-2'].map((name) => ({ name, ...job(log, name) }));
		const results = jobs.map(({ name, work }) => oneAtATime(scope, name, work));
		await settle();
		expect(log).toEqual(['A-1', 'A-2']);
		for (const { finish } of jobs) finish();
		await Promise.all(results);
	});

	it('goes on side by side where the same name belongs to something else', async () => {
		const log: string[] = [];
		const jobs = ['here', 'there'].map((name) => job(log, name));
		const results = jobs.map(({ work }) => oneAtATime({}, 'A-1', work));
		await settle();
		expect(log).toEqual(['here', 'there']);
		for (const { finish } of jobs) finish();
		await Promise.all(results);
	});
});
