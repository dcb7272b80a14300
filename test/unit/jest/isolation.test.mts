import { spawnSync } from 'node:child_process';

test('two files that run in one worker, one after the other, notice nothing of each other', () => {
	const args = ['--no-install', 'jest', '--selectProjects', 'isolation', '--runInBand'];
	const { stdout, stderr, status } = spawnSync('npx', args, { encoding: 'utf8' });
	expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('8 passed') });
	expect(stdout).toContain('first file in its worker');
	expect(stdout).toContain('second file in its worker');
});
