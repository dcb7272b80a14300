import { readFileSync } from 'node:fs';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { DeliverrControl } from '../../../sandbox/deliverr/control.mts';
import type { SandboxOptions } from '../../../sandbox/server.mts';
import { openBench, type Bench } from '../helpers.mts';

/** A sandbox under test with one product, and clients of the Orders API. */
export interface Desk extends Bench {
	control: DeliverrControl;
	/** With the default account's access token. */
	orders: AxiosInstance;
	/** Creates an order; changes replace whole members. */
	create(changes?: Record<string, unknown>): Promise<AxiosResponse>;
}

/** A client with a token. */
export function ordersWith(control: DeliverrControl, token: string): AxiosInstance {
	return axios.create({
		baseURL: `${control.baseUrl}/orders/v1/order`,
		headers: { authorization: `Bearer ${token}` },
		validateStatus: () => true,
	});
}

/** Asks for a token with a form. */
export function askForToken(
	control: DeliverrControl,
	form: Record<string, string> | string,
	contentType = 'application/x-www-form-urlencoded',
) {
	const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
	return axios.post(`${control.baseUrl}/oauth/v1/token`, body, {
		headers: { 'content-type': contentType },
		validateStatus: () => true,
	});
}

/** Starts a sandbox that `closeBenches` closes. */
export async function openDesk(options: SandboxOptions = {}): Promise<Desk> {
	const bench = await openBench(options);
	const control = bench.sandbox.deliverr;
	control.addProduct({ externalProductId: 'mug' });
	const orders = ordersWith(control, control.tokens.access);
	return { ...bench, control, orders, create: (changes) => orders.post('', orderBody(changes)) };
}

export const AUSTIN = {
	name: 'Ada Lee',
	street1: '1 Main St',
	city: 'Austin',
	state: 'TX',
	postcode: '78701',
	countryCode: 'US',
};

/** The body of a good order; changes replace whole members. */
export function orderBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		externalOrderId: 'WEB-1',
		source: 'web shop',
		sourceOrderId: '1',
		shiptoAddress: AUSTIN,
		lineItems: [{ externalProductId: 'mug', quantity: 1 }],
		...changes,
	};
}

/** A documented example. */
export function example(name: string): Record<string, unknown> {
	const value: unknown = JSON.parse(readFileSync(`test/fixtures/deliverr/${name}.json`, 'utf8'));
	if (typeof value !== 'object' || value === null) throw new Error(`${name} is no object.`);
	return { ...value };
}
