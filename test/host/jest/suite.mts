/** Of one test: a machine that is ten times slower has time enough, and one that hangs is found. */
const TEST_MS = 900_000;

/** What the project of jest.config.js says of the n8n that it is for. */
const environment: unknown = Reflect.get(globalThis, 'HOST_ENVIRONMENT');

// Of this file alone: jest gives each its own copy.
Object.assign(process.env, environment);
jest.setTimeout(TEST_MS);
