import { createRequire } from 'node:module';
import { join } from 'node:path';
import { workerRequire } from '../../jest/worker.cts';
import './environment.mts';

// n8n-workflow has an ESM and a CommonJS build. n8n-core and the nodes use the CommonJS one, so the
// harness must too: with two copies, neither the logger nor the error classes would be the same.
const load = workerRequire ?? createRequire(join(process.cwd(), 'package.json'));
const corePath = load.resolve('n8n-core');
const loadFromCore = (name: string) => load(load.resolve(name, { paths: [corePath] }));

export const n8nCore: typeof import('n8n-core') = load('n8n-core');
export const n8nWorkflow: typeof import('n8n-workflow') = load('n8n-workflow');

// n8n-core's own dependencies, resolved from where it is installed.
export const n8nContainer: typeof import('@n8n/di') = loadFromCore('@n8n/di');
export const n8nBackend: typeof import('@n8n/backend-common') = loadFromCore('@n8n/backend-common');
export const n8nNetwork: typeof import('@n8n/backend-network') =
	loadFromCore('@n8n/backend-network');
