/** Under which the environment hands its `require` to the files that it runs. */
export const WORKER = Symbol.for('n8n-nodes-fulfillment/worker');

/** Loads a module once for all files of a jest worker. Not there outside of jest. */
export const workerRequire: NodeJS.Require | undefined = Reflect.get(globalThis, WORKER);
