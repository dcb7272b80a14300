import { startHost, type Host } from '../host.mts';
import { saveAccounts } from '../support/accounts.mts';
import { listenToOrders, type Listening } from './listening.mts';
import { saveExamples } from './workflows.mts';

/** A host for a person: a stocked sandbox, its credentials, and the examples. */
export interface Editor {
	host: Host;
	listening: Listening[];
}

/** Starts it. */
export async function startEditor(): Promise<Editor> {
	const host = await startHost({ sandbox: { catalogue: true } });
	try {
		await saveAccounts(host.rest, host.sandbox);
		const [product] = host.sandbox.flexport.products();
		const examples = await saveExamples(host.rest, product?.logisticsSku ?? '');
		return { host, listening: await listenToOrders(host, examples) };
	} catch (error) {
		await host.stop();
		throw error;
	}
}
