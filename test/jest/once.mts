import { workerRequire } from './worker.cts';

/** What takes long to load, and keeps nothing that one file could notice of another. */
const ONCE = ['axios', 'fastify', 'n8n-workflow'];

for (const name of ONCE) jest.doMock(name, () => workerRequire?.(name));
