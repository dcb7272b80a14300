import { Agent } from 'node:http';
import axios from 'axios';
import { orderBody } from '../../engine/support/order-parameters.mts';
import { inTurns } from '../in-turns.mts';
import type { Account } from '../sandbox/protocol.mts';
import { API_PATH, IN_FLIGHT, PAGE_SIZE, type Contender } from './contender.mts';

const clientFor = ({ baseUrl, token }: Account, httpAgent: Agent) =>
	axios.create({
		baseURL: baseUrl + API_PATH,
		httpAgent,
		proxy: false,
		headers: { authorization: `Bearer ${token}` },
	});

/** No n8n at all: the library that n8n sends with, and connections that are kept. */
export function bareAxios(rows: number): Contender {
	const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
	return {
		name: 'bare axios',
		async create(account, count) {
			const client = clientFor(account, agent);
			const numbers = Array.from({ length: count }, (_, index) => `SHOP-${index + 1}`);
			const answers = await inTurns(numbers, IN_FLIGHT, (externalOrderId) =>
				client.post('/orders', orderBody(account.sku, { externalOrderId })),
			);
			return answers.length;
		},
		async list(account) {
			const client = clientFor(account, agent);
			const offsets = Array.from({ length: rows / PAGE_SIZE + 1 }, (_, page) => page * PAGE_SIZE);
			const pages = await inTurns(offsets, IN_FLIGHT, (offset) =>
				client.get<unknown[]>('/products/inventory/all', { params: { limit: PAGE_SIZE, offset } }),
			);
			return pages.flatMap(({ data }) => data).length;
		},
	};
}
