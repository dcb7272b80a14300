import { hurry } from '../support/hurry.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters } from '../support/order-parameters.mts';
import { seenError } from '../support/seen.mts';

const desk = useOrderDesk();

let unhurry = (): void => undefined;
beforeEach(() => {
	unhurry = hurry();
});
afterEach(() => unhurry());

const IN_DOUBT = /^Flexport may or may not have done this\. Get the order to see its status/;

/** Cancels while every call but the first read of the order goes wrong. */
async function cancelInTrouble(post: Fault) {
	await desk.run(createParameters(desk.sku()));
	desk.sandbox.faults.add({ method: 'POST', path: /cancel$/, when: { every: 1 }, fault: post });
	const later = Array.from({ length: 60 }, (_, index) => index + 2);
	desk.sandbox.faults.add({ method: 'GET', when: { nth: later }, fault: { kind: 'cutBefore' } });
	return seenError(await desk.run(byExternalId('cancel', 'SHOP-1')));
}

type Fault = NonNullable<Parameters<typeof desk.sandbox.faults.add>[0]['fault']>;

describe('a cancellation of which nobody knows whether it was done', () => {
	it('says so when the server keeps failing and the order cannot be read any more', async () => {
		const { message, description } = await cancelInTrouble({ kind: 'status', status: 503 });
		expect(message).toMatch(/^Flexport is not available at the moment \(HTTP 503\)/);
		expect(description).toMatch(IN_DOUBT);
	});

	it('says so when its answers and the order stay lost', async () => {
		const { message, description } = await cancelInTrouble({ kind: 'cutAfter' });
		expect(message).toMatch(/^Flexport did not answer: /);
		expect(description).toMatch(IN_DOUBT);
	});
});

it('a cancellation that was refused says why, also when the order cannot be read any more', async () => {
	const { message, description } = await cancelInTrouble({ kind: 'status', status: 403 });
	expect(message).toMatch(/^The API token may not do this \(HTTP 403\)/);
	expect(description).not.toMatch(/may or may not/);
});
