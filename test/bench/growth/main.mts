import { openEngine } from '../contenders/engine.mts';
import { ours } from '../contenders/ours.mts';
import { collectGarbage } from '../gc.mts';
import { startSandboxProcess } from '../sandbox/index.mts';
import { median } from '../statistics.mts';
import { alive, watchHeap } from './heap.mts';
import type { Grown, GrowthJob } from './job.mts';

const SCENE = { latencyMs: 20, products: 1 };

/** Until all code has run often enough to be compiled; the last leaves nothing to speak of behind. */
const WARM_UPS = [1_000, 1_000, 1];

const { count, runs }: GrowthJob = JSON.parse(process.argv[2] ?? '{}');
const sandbox = await startSandboxProcess();
const engine = await openEngine();

async function run(items: number) {
	const account = await sandbox.ask('scene', SCENE);
	const node = { type: ours.create.type, parameters: ours.create.parameters(account) };
	const numbers = Array.from({ length: items }, (_, index) => `SHOP-${index + 1}`);
	collectGarbage();
	const cpu = process.cpuUsage();
	const started = performance.now();
	const result = await engine.run(account, node, numbers);
	const ms = performance.now() - started;
	const { user, system } = process.cpuUsage(cpu);
	const { distinct } = await sandbox.ask('tally', null);
	if (distinct !== items) throw new Error(`${distinct} of ${items} orders were created.`);
	return { result, ms, cpuMs: (user + system) / 1000 };
}

for (const items of WARM_UPS) await run(items);

/** In runs of their own, as looking takes time; the least is run before each, to leave the last behind. */
async function measureMemory() {
	const peakBytes: number[] = [];
	const keptBytes: number[] = [];
	for (let turn = 0; turn < Math.ceil(runs / 3); turn += 1) {
		await run(1);
		const before = alive();
		const mostAlive = watchHeap();
		const { result } = await run(count);
		const peak = mostAlive();
		const after = alive();
		if (result.error) throw result.error;
		peakBytes.push(Math.max(peak, after) - before);
		keptBytes.push(after - before);
	}
	return { peakBytes: median(peakBytes), keptBytes: median(keptBytes) };
}

async function measureTime() {
	const ms: number[] = [];
	const cpuMs: number[] = [];
	for (let turn = 0; turn < runs; turn += 1) {
		const one = await run(count);
		ms.push(one.ms);
		cpuMs.push(one.cpuMs);
	}
	return { ms: median(ms), cpuMs: median(cpuMs) };
}

const grown: Grown = {
	...(await measureMemory()),
	...(await measureTime()),
	rssBytes: process.resourceUsage().maxRSS * 1024,
};
await sandbox.close();
process.send?.(grown, () => process.exit());
