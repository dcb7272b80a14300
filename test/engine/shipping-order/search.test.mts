import type { ICredentialDataDecryptedObject, INodeListSearchResult } from 'n8n-workflow';
import { hurry } from '../support/hurry.mts';
import { pinDate } from '../support/pin-date.mts';
import { findLeaks } from '../support/secrets.mts';
import { iso } from '../support/shipment-calls.mts';
import { SHIPPING_ORDER, useShippingDesk } from '../support/shipping-desk.mts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-01-15T12:00:00.000Z');

const desk = useShippingDesk();

let unpin = (): void => undefined;
beforeEach(() => {
	unpin = pinDate(NOW);
});
afterEach(() => unpin());

interface Asked {
	filter?: string;
	paginationToken?: string;
	credential?: ICredentialDataDecryptedObject;
}

const search = ({ credential = {}, ...rest }: Asked = {}): Promise<INodeListSearchResult> =>
	desk.engine.listSearch(SHIPPING_ORDER, 'searchShipments', {
		credentials: desk.credentials(credential),
		...rest,
	});

/** Opens the list and scrolls to its end, as a person at the panel does. */
async function scroll(filter?: string): Promise<INodeListSearchResult['results']> {
	const found: INodeListSearchResult['results'] = [];
	let paginationToken: string | undefined;
	do {
		const page = await search({
			...(filter === undefined ? {} : { filter }),
			...(paginationToken === undefined ? {} : { paginationToken }),
		});
		found.push(...page.results);
		paginationToken = page.paginationToken === undefined ? undefined : String(page.paginationToken);
	} while (paginationToken !== undefined);
	return found;
}

/** A shipment that was last changed so many days ago. */
const add = (orderExternalId: string, daysAgo: number, more: object = {}) => {
	const createdAt = iso(NOW - daysAgo * DAY - 1000);
	return desk.api.addShipment({ orderExternalId, createdAt, lastUpdatedAt: createdAt, ...more });
};

const values = (results: INodeListSearchResult['results']) => results.map(({ value }) => value);

test('the list shows each shipment by external ID, recipient and status', async () => {
	const deliveryContact = { name: 'Ada Lovelace', phone: '1' };
	add('SHOP-1', 1, { deliveryContact, status: 'IN_TRANSIT' });
	expect(await search()).toEqual({
		results: [{ name: 'SHOP-1 (Ada Lovelace, shipped)', value: 'SHOP-1' }],
	});
});

test.each([
	['the external ID', 'SHOP-0042'],
	['part of it in small letters', 'op-0042'],
	['spaces around it', '  SHOP-0042 '],
	['the recipient', 'grace hop'],
	['the tracking number', '1Z999'],
	['the tracking number in small letters', '1z999aa1'],
])('a shipment is found by %s', async (_what, filter) => {
	add('SHOP-0041', 1);
	const deliveryContact = { name: 'Grace Hopper', phone: '1' };
	add('SHOP-0042', 2, { deliveryContact, trackingId: '1Z999AA10123456784' });
	expect(values(await scroll(filter))).toEqual(['SHOP-0042']);
});

test('a shipment is found by its own ID, and what was chosen can be fetched', async () => {
	const { id } = add('No 7/#2', 1);
	expect(values(await scroll(id.slice(2, 22)))).toContain('No 7/#2');
});

test('shipments that changed in the last 30 days are in the list, older ones are not', async () => {
	for (const days of [0, 1, 29, 29.9, 30.1, 60]) add(`SHOP-${days}`, days);
	add('LONG-AGO', 200, { lastUpdatedAt: iso(NOW - DAY) });
	expect(values(await scroll()).sort()).toEqual([
		'LONG-AGO',
		'SHOP-0',
		'SHOP-1',
		'SHOP-29',
		'SHOP-29.9',
	]);
});

test('nothing that matches gives an empty list that has an end', async () => {
	add('SHOP-1', 1);
	expect(await search({ filter: 'tea' })).toEqual({ results: [] });
});

test('a match behind a thousand others is found at once', async () => {
	for (let index = 0; index < 1000; index += 1) add(`SHOP-${index}`, index / 100);
	add('RARE', 20);
	expect(values((await search({ filter: 'rare' })).results)).toEqual(['RARE']);
});

test('1,050 shipments are shown part by part to the end, none twice and none skipped', async () => {
	for (let index = 0; index < 1050; index += 1) add(`SHOP-${index}`, index / 100);
	const first = await search();
	expect(first.paginationToken).toBeDefined();
	expect(first.results.length).toBeLessThan(300);
	const found = values(await scroll());
	expect(found).toHaveLength(1050);
	expect(new Set(found).size).toBe(1050);
});

test('matches over many pages are shown to the end', async () => {
	for (let index = 0; index < 1050; index += 1) {
		add(index % 9 === 0 ? `LAMP-${index}` : `SHOP-${index}`, index / 100);
	}
	const found = values(await scroll('lamp'));
	expect(new Set(found).size).toBe(117);
	expect(found).toHaveLength(117);
});

test('the list can be scrolled on a minute after it was opened', async () => {
	for (let index = 0; index < 300; index += 1) add(`SHOP-${index}`, index / 100);
	const first = await search();
	unpin();
	unpin = pinDate(NOW + 60_000);
	const next = await search({ paginationToken: String(first.paginationToken) });
	expect(first.results.length + next.results.length).toBe(300);
});

test('a busy API is asked again', async () => {
	add('SHOP-1', 1);
	unpin();
	unpin = hurry();
	desk.sandbox.faults.add({ path: /list$/, fault: { kind: 'status', status: 429, retryAfter: 1 } });
	desk.sandbox.faults.add({ path: /list$/, fault: { kind: 'status', status: 500 } });
	await search();
	expect(desk.sandbox.log.find('POST', /list$/)).toHaveLength(3);
});

test.each<[string, () => ICredentialDataDecryptedObject, string, string]>([
	[
		'is refused',
		() => ({ clientSecret: 'mistyped-secret' }),
		'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
		"'Client ID' and 'Client Secret'",
	],
	[
		'is blocked',
		() => ({ ...desk.api.blockedClient }),
		'Delivery Solutions has blocked this client (HTTP 403)',
		'unblock',
	],
	[
		'has no address',
		() => ({ baseUrl: 'lynkup' }),
		"The credential's 'Base URL' is not a web address",
		'https://api.lynkup.com/shipping/v1',
	],
])('a credential that %s is told in a sentence', async (_what, changes, message, fix) => {
	const failure: unknown = await search({ credential: changes() }).catch((error: unknown) => error);
	expect(failure).toMatchObject({ message, description: expect.stringContaining(fix) });
	expect(findLeaks(failure, 'mistyped-secret')).toEqual([]);
	expect(findLeaks(failure, desk.api.blockedClient.clientSecret)).toEqual([]);
});
