import { readFileSync } from 'node:fs';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { DigitalRiverControl } from '../../../sandbox/digital-river/control.mts';
import type { SandboxOptions } from '../../../sandbox/server.mts';
import { openBench, type Bench } from '../helpers.mts';

/** A sandbox under test, and a client of the Digital River API. */
export interface Desk extends Bench {
	control: DigitalRiverControl;
	/** With the default account's secret key. */
	river: AxiosInstance;
	/** Creates an order; changes replace whole members. */
	create(changes?: Record<string, unknown>): Promise<AxiosResponse>;
}

/** A client with a key. */
export function riverWith(control: DigitalRiverControl, key: string): AxiosInstance {
	return axios.create({
		baseURL: control.baseUrl,
		headers: { authorization: `Bearer ${key}` },
		validateStatus: () => true,
	});
}

/** Starts a sandbox that `closeBenches` closes. */
export async function openDesk(options: SandboxOptions = {}): Promise<Desk> {
	const bench = await openBench(options);
	const control = bench.sandbox.digitalRiver;
	const river = riverWith(control, control.keys.secret);
	const create = (changes?: Record<string, unknown>) =>
		river.post('/fulfillment-orders', orderBody(changes));
	return { ...bench, control, river, create };
}

/** The body of a good order with as little as is allowed; changes replace whole members. */
export function orderBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		currency: 'USD',
		upstreamOrderTime: '2026-01-15T11:00:00Z',
		upstreamId: 'WEB-1',
		items: [
			{ upstreamId: '1', inventoryItemId: 'mug', quantity: 2 },
			{ upstreamId: '2', inventoryItemId: 'tee', quantity: 3 },
		],
		...changes,
	};
}

/** A documented example. */
export function example(name: string): Record<string, unknown> {
	const file = `test/fixtures/digital-river/${name}.json`;
	const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
	if (typeof value !== 'object' || value === null) throw new Error(`${name} is no object.`);
	return { ...value };
}

/** An error with one inner error. */
export function refusal(type: string, code: string, parameter?: string): object {
	return {
		type,
		errors: [
			{ code, ...(parameter === undefined ? {} : { parameter }), message: expect.any(String) },
		],
	};
}
