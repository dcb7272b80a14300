import axios, { type AxiosInstance } from 'axios';
import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.mts';

/** A sandbox under test, with a clock that only the test moves. */
export interface Bench {
	sandbox: Sandbox;
	clock: ManualClock;
	/** A client of the API, version 2024-07, with a token; default: all scopes. */
	api(token?: string): AxiosInstance;
}

const running: Sandbox[] = [];

/** Starts a sandbox that `closeBenches` closes. */
export async function openBench(options: SandboxOptions = {}): Promise<Bench> {
	const clock = manualClock('2026-01-15T12:00:00.000Z');
	const sandbox = await startSandbox({ clock, ...options });
	running.push(sandbox);
	return {
		sandbox,
		clock,
		api: (token = sandbox.flexport.tokens.full) =>
			axios.create({
				baseURL: `${sandbox.flexport.baseUrl}/logistics/api/2024-07`,
				headers: { authorization: `Bearer ${token}` },
				validateStatus: () => true,
			}),
	};
}

/** Closes every sandbox of the test; for afterEach. */
export async function closeBenches(): Promise<void> {
	await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
}

export const AUSTIN = {
	name: 'Ada Lee',
	address1: '1 Main St',
	city: 'Austin',
	provinceCode: 'TX',
	zip: '78701',
	countryCode: 'US',
};

/** The body of a good order; changes replace whole members. */
export function orderBody(
	logisticsSku: string,
	changes: Record<string, unknown> = {},
): Record<string, unknown> {
	return {
		externalOrderId: 'WEB-1',
		address: AUSTIN,
		lineItems: [{ logisticsSku, quantity: 1 }],
		...changes,
	};
}

export const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
