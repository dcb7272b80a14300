import { readFileSync } from 'node:fs';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type {
	Client,
	DeliverySolutionsControl,
} from '../../../sandbox/delivery-solutions/control.mts';
import type { SandboxOptions } from '../../../sandbox/server.mts';
import { openBench, type Bench } from '../helpers.mts';

/** A sandbox under test, and a client of the Shipping Order API that has a token. */
export interface Desk extends Bench {
	control: DeliverySolutionsControl;
	shipping: AxiosInstance;
}

/** Asks for a token; changes replace headers and body. */
export function askForToken(
	control: DeliverySolutionsControl,
	{ clientId, clientSecret }: Client = control.client,
	changes: { headers?: Record<string, string>; body?: string } = {},
): Promise<AxiosResponse> {
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	return axios.post(control.tokenUrl, changes.body ?? 'grant_type=client_credentials', {
		headers: {
			authorization: `Basic ${basic}`,
			'content-type': 'application/x-www-form-urlencoded',
			...changes.headers,
		},
		validateStatus: () => true,
	});
}

/** A client of the API with a token. */
export function shippingWith(control: DeliverySolutionsControl, token: string): AxiosInstance {
	return axios.create({
		baseURL: control.baseUrl,
		headers: { authorization: `Bearer ${token}` },
		validateStatus: () => true,
	});
}

/** A client of the API for an account; default: the default one. */
export async function shippingOf(
	control: DeliverySolutionsControl,
	client?: Client,
): Promise<AxiosInstance> {
	const { data } = await askForToken(control, client);
	return shippingWith(control, String(data.access_token));
}

/** Starts a sandbox that `closeBenches` closes. */
export async function openDesk(options: SandboxOptions = {}): Promise<Desk> {
	const bench = await openBench(options);
	const control = bench.sandbox.deliverySolutions;
	return { ...bench, control, shipping: await shippingOf(control) };
}

/** A documented example. */
export function example(name: string): Record<string, unknown> {
	const file = `test/fixtures/delivery-solutions/${name}.json`;
	const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
	if (typeof value !== 'object' || value === null) throw new Error(`${name} is no object.`);
	return { ...value };
}

/** The body of a good shipment with as little as is allowed; changes replace whole members. */
export function shipmentBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		orderExternalId: 'WEB-1',
		locationExternalId: '7709',
		deliveryContact: { name: 'Ada Lee', phone: '+1 617-555-0111' },
		deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
		...changes,
	};
}
