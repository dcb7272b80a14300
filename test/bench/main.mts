import { parseArgs } from 'node:util';
import { removeUserFolder } from '../engine/harness/environment.mts';
import { bareAxios } from './contenders/bare-axios.mts';
import { openEngine } from './contenders/engine.mts';
import { floor } from './contenders/floor.mts';
import { httpRequest } from './contenders/http-request.mts';
import { inEngine } from './contenders/in-engine.mts';
import { ours } from './contenders/ours.mts';
import { describeMachine, warnIfBusy } from './machine.mts';
import { creates } from './parts/creates.mts';
import { growth } from './parts/growth.mts';
import { packageSize } from './parts/package-size.mts';
import type { Bench, Part } from './parts/part.mts';
import { rateLimit } from './parts/rate-limit.mts';
import { ROWS, stockList } from './parts/stock-list.mts';
import { webhooks } from './parts/webhooks.mts';
import { printSection } from './report/print.mts';
import { writeReadme } from './report/readme.mts';
import { must, type Section } from './report/section.mts';
import { startSandboxProcess } from './sandbox/index.mts';

const PARTS: Readonly<Record<string, Part>> = {
	a: creates,
	b: rateLimit,
	c: stockList,
	d: growth,
	e: webhooks,
	f: packageSize,
};

const { values } = parseArgs({
	options: {
		/** Fewer rounds, and the README stays as it is. */
		quick: { type: 'boolean', default: false },
		/** Only these parts: --only ac */
		only: { type: 'string', default: Object.keys(PARTS).join('') },
	},
});

const started = Date.now();
console.log(describeMachine());
warnIfBusy();
const sandbox = await startSandboxProcess();
const engine = await openEngine();
const bench: Bench = {
	sandbox,
	engine,
	ours: inEngine(engine, ours),
	httpRequest: inEngine(engine, httpRequest),
	floor: inEngine(engine, floor(ROWS)),
	axios: bareAxios(ROWS),
	quick: values.quick,
};
const sections: Section[] = [];
for (const [name, part] of Object.entries(PARTS)) {
	if (!values.only.includes(name)) continue;
	const section = await part(bench).catch((error: unknown): Section => {
		console.error(error);
		return { title: `(${name})`, table: [], musts: [must(false, `(${name}) ${error}`)], shown: [] };
	});
	printSection(section);
	sections.push(section);
}
await sandbox.close();
removeUserFolder();

const missed = sections.flatMap(({ musts }) => musts).filter(({ met }) => !met);
console.log(`\nDone after ${Math.round((Date.now() - started) / 1000)} s.`);
for (const { line } of missed) console.log(`Missed: ${line}`);
const measured = sections.filter(({ table }) => table.length > 0);
const isWhole = measured.length === Object.keys(PARTS).length;
if (isWhole && !values.quick) {
	await writeReadme(sections, describeMachine());
	console.log('The figures are in README.md.');
}
// Connections that are kept open would keep the process.
process.exit(missed.length > 0 ? 1 : 0);
