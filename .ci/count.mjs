// Counts the tests of jest's reports in a folder: node .ci/count.mjs <folder>. One line for each suite,
// with its time, and one for all. Ends with 1 where a suite has left no report, as nothing is known of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const names = readdirSync(folder)
	.filter((name) => name.endsWith('.seconds'))
	.map((name) => name.replace(/\.seconds$/, ''))
	.sort();

const all = { passed: 0, failed: 0, skipped: 0 };
const line = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed, ${skipped} skipped`;

for (const name of names) {
	const seconds = readFileSync(join(folder, `${name}.seconds`), 'utf8').trim();
	const path = join(folder, `${name}.json`);
	if (!existsSync(path)) {
		console.log(`${name}: no report, ${seconds} s`);
		process.exitCode = 1;
		continue;
	}
	const report = JSON.parse(readFileSync(path, 'utf8'));
	const one = {
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests,
	};
	for (const kind of Object.keys(all)) all[kind] += one[kind];
	console.log(`${name}: ${line(one)}, ${seconds} s`);
}
console.log(`tests: ${line(all)}`);
