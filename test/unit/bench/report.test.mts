import { textTable } from '../../bench/report/print.mts';
import { readmeTable, withFigures } from '../../bench/report/readme-table.mts';

const section = {
	title: '(a)',
	table: [],
	musts: [],
	shown: [['1,000 creates', '0.80 s', '0.95 s', '0.70 s'] as const],
};

test('a table lines up its columns', () => {
	const rows = [
		['', 'time', 'each'],
		['ours', '0.8 s', '1 ms'],
		['the others', '12.0 s', '10 ms'],
	];
	expect(textTable(rows).split('\n')).toEqual([
		'              time   each',
		'-------------------------',
		'ours         0.8 s   1 ms',
		'the others  12.0 s  10 ms',
	]);
});

describe('the figures of the README', () => {
	const figures = readmeTable([section], '2 cores');
	const empty =
		'# Name\n\n<!-- figures of npm run bench -->\n<!-- end of the figures -->\n\n## Next\n';

	test('stand between the markers, with what is around them kept', () => {
		const text = withFigures(empty, figures);
		expect(text).toMatch(/^# Name\n\n<!-- figures/);
		expect(text).toMatch(/<!-- end of the figures -->\n\n## Next\n$/);
		expect(text).toContain('| 1,000 creates | 0.80 s | 0.95 s | 0.70 s |');
		expect(text).toContain('\n2 cores\n');
	});

	test('take the place of those before', () => {
		const before = withFigures(empty, readmeTable([section], '16 cores'));
		expect(withFigures(before, figures)).toBe(withFigures(empty, figures));
	});

	test('are refused by a text without markers', () => {
		expect(() => withFigures('# Name\n', figures)).toThrow('no place');
	});
});
