import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { useTriggerDesk, type TriggerProvider } from '../support/trigger-desk.mts';
import { openDoor, type Door } from './forged-doors.mts';
import { ORDER_KINDS, type OrderKind } from './output-orders.mts';

const desk = useTriggerDesk();

const kindOf = (provider: TriggerProvider): OrderKind => {
	const found = ORDER_KINDS.find(({ door }) => door.provider === provider);
	if (!found) throw new Error(`There is no order of ${provider}`);
	return found;
};

async function prepare(provider: TriggerProvider): Promise<{ door: Door; id: string }> {
	const kind = kindOf(provider);
	const id = await kind.make(desk);
	return { id, door: await openDoor(desk, kind.door, { includeOrder: true }) };
}

/** Delivers an event about an order, and gives the last output. */
async function told(provider: TriggerProvider, { door, id }: { door: Door; id: string }, at = 0) {
	const details = { ...kindOf(provider).byId(id), ...(at ? { receivedAtEpoch: at } : {}) };
	expect(await desk.deliver(door.good(details))).toMatchObject({ status: 200 });
	await door.host.settled();
	return door.host.outputs().at(-1);
}

describe.each(['deliverr', 'deliverySolutions'] as const)('at %s', (provider) => {
	it('an access token that has expired is renewed to read the order', async () => {
		const at = await prepare(provider);
		expect(await told(provider, at)).toMatchObject({ order: { id: at.id } });
		desk.sandbox[provider].expireTokens();
		const before = desk.sandbox[provider].tokenRequests();
		expect(await told(provider, at, 1)).toMatchObject({ order: { id: at.id }, orderError: null });
		expect(desk.sandbox[provider].tokenRequests()).toBe(before + 1);
		expect(at.door.host.outputs()).toHaveLength(2);
	});
});

describe('a credential that is refused', () => {
	it.each<[TriggerProvider, () => ICredentialDataDecryptedObject]>([
		['flexport', () => ({ apiToken: desk.sandbox.flexport.tokens.revoked })],
		['deliverr', () => ({ accessToken: desk.sandbox.deliverr.tokens.expired, refreshToken: '' })],
		['digitalRiver', () => ({ apiKey: desk.sandbox.digitalRiver.keys.revoked })],
		['deliverySolutions', () => ({ clientSecret: 'another' })],
	])('of %s costs the order, and not the event', async (provider, changes) => {
		const at = await prepare(provider);
		at.door.host.setCredentials(desk.credentials(provider, changes()));
		const output = await told(provider, at);
		expect(output).toMatchObject({ orderId: at.id, order: null });
		expect(output?.orderError).toEqual(expect.stringMatching(/credential|token|key|secret/i));
		expect(at.door.host.outputs()).toHaveLength(1);
	});
});

describe('an API that answers nonsense', () => {
	it.each(['flexport', 'deliverr', 'digitalRiver', 'deliverySolutions'] as const)(
		'at %s costs the order, and not the event',
		async (provider) => {
			const at = await prepare(provider);
			desk.sandbox.faults.add({
				method: 'GET',
				when: { every: 1 },
				fault: { kind: 'status', status: 200, body: ['what?'] },
			});
			const output = await told(provider, at);
			expect(output).toMatchObject({ orderId: at.id, order: null });
			expect(output?.orderError).toEqual(expect.stringMatching(/. .*\.$/));
		},
	);
});
