import { workerRequire } from './worker.cts';

/**
 * What takes long to load, and keeps nothing that a file changes. Not ajv: it takes
 * objects of two realms for different ones where it compares them.
 */
const ONCE = ['axios', 'fast-check', 'fastify', 'n8n-workflow'];

for (const name of ONCE) jest.doMock(name, () => workerRequire?.(name));
