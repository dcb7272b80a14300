import type { Sandbox } from '../../sandbox/server.mts';
import type { Account, Scene, Tally } from './protocol.mts';

/** More than anybody here orders. */
const PLENTY = { DEFAULT: { onHand: 1_000_000 } };

function sampleOf(body: unknown): string {
	return JSON.stringify(body, (key, value: unknown) =>
		key === 'externalOrderId' ? undefined : value,
	);
}

/** Prepares the sandbox for one run after the other, and counts what each does. */
export class Stage {
	private account = '';
	private before = process.cpuUsage();

	constructor(private readonly sandbox: Sandbox) {}

	/** An empty sandbox with one new account, so that nobody profits from what an earlier run learned. */
	set({ latencyMs, perSecond, products }: Scene): Account {
		const { faults, flexport, log } = this.sandbox;
		flexport.reset();
		faults.clear();
		log.clear();
		const { token } = flexport.addAccount();
		this.account = token;
		const made = flexport.addProducts(products, () => ({ inventory: PLENTY }), token);
		if (latencyMs > 0) faults.add({ when: { every: 1 }, latencyMs });
		faults.rateLimit(perSecond === undefined ? null : { perSecond, retryAfter: 'seconds' });
		this.before = process.cpuUsage();
		return { baseUrl: flexport.baseUrl, token, sku: made[0]?.logisticsSku ?? '' };
	}

	tally(): Tally {
		const { user, system } = process.cpuUsage(this.before);
		const { flexport, log } = this.sandbox;
		const requests = log.all();
		const orders = flexport.orders(this.account);
		return {
			requests: requests.length,
			limited: requests.filter(({ status }) => status === 429).length,
			orders: orders.length,
			distinct: new Set(orders.map(({ externalOrderId }) => externalOrderId)).size,
			mostInFlight: log.maxInFlight(),
			cpuMs: (user + system) / 1000,
			sample: sampleOf(requests.find(({ method }) => method === 'POST')?.body),
		};
	}
}
