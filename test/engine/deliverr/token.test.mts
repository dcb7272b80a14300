import { NODE } from '../harness/index.mts';
import { callsTo } from '../support/calls-to.mts';
import { createOrder, createOrders, PRODUCT, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId, orderNumbers } from '../support/order-parameters.mts';
import { onlyItem, output } from '../support/seen.mts';

const desk = useDeliverrDesk();

const GETS = byExternalId('get', '={{ $json.orderNumber }}');
const ORDERS = /\/orders\/v1\/order/;

/** So many orders, and then an account whose access tokens have all expired. */
async function expiredWith(count: number) {
	const input = orderNumbers(count);
	output(await desk.run(createOrders(), { input }));
	desk.api.expireTokens();
	desk.sandbox.log.clear();
	return input;
}

/** So few that no request meets two expirations. */
const FEW = { options: { maxInFlight: 8 } };

const { atRequest, expireAt, slowly } = callsTo(ORDERS, desk, () => desk.api.expireTokens());

/** The forms that came to the token endpoint, in which the log hides the refresh token. */
const forms = () =>
	desk.sandbox.log
		.find('POST', '/deliverr/oauth/v1/token')
		.map(({ body }) => Object.fromEntries(new URLSearchParams(String(body))));

describe('an access token that still works', () => {
	it('is used as it is, and nobody is asked for another', async () => {
		output(await desk.run(createOrders(), { input: orderNumbers(50) }));
		expect(desk.api.tokenRequests()).toBe(0);
		expect(desk.answered(401)).toBe(0);
		expect(desk.sandbox.log.all()).toHaveLength(50);
	});

	it('needs no refresh token', async () => {
		const credentials = desk.credentials({ refreshToken: '' });
		expect(onlyItem(await desk.run(createOrder(), { credentials })).outcome).toBe('created');
	});

	it.each([' before', 'after ', '\n'])('may have been pasted with %j around it', async (around) => {
		const { access } = desk.api.tokens;
		const accessToken = around.replace(/\w+/, access).replace(/^\n$/, `${access}\n`);
		const credentials = desk.credentials({ accessToken });
		expect(onlyItem(await desk.run(createOrder(), { credentials })).outcome).toBe('created');
	});
});

describe('an access token that has expired', () => {
	it('is renewed with the refresh token, as a form', async () => {
		await expiredWith(1);
		onlyItem(await desk.run(byExternalId('get', 'SHOP-1')));
		expect(forms()).toEqual([{ grant_type: 'refresh_token', refresh_token: expect.any(String) }]);
		const [request] = desk.sandbox.log.find('POST', '/deliverr/oauth/v1/token');
		expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
		expect(request?.headers).not.toHaveProperty('authorization');
	});

	it.each([1, 32, 100])('is renewed once for %i items in flight', async (count) => {
		const input = await expiredWith(count);
		slowly();
		const result = await desk.run(GETS, { input });
		expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(
			input.map(({ orderNumber }) => orderNumber),
		);
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
			input.map((_, item) => ({ item })),
		);
		expect(desk.api.tokenRequests()).toBe(1);
		expect(desk.answered(401)).toBeLessThanOrEqual(32);
	});

	it('in the middle of a hundred creates costs one renewal, and each order is made once', async () => {
		const input = orderNumbers(100);
		slowly();
		expireAt(41);
		const result = await desk.run(createOrders(), { input });
		expect(output(result).map(({ outcome }) => outcome)).toEqual(input.map(() => 'created'));
		expect(desk.api.orders()).toHaveLength(100);
		expect(desk.api.tokenRequests()).toBe(1);
		expect(desk.answered(401)).toBeGreaterThan(0);
	});

	it('several times in a run costs one renewal each time', async () => {
		const input = orderNumbers(150);
		slowly();
		expireAt(21, 71, 121);
		expect(output(await desk.run(createOrders(FEW), { input }))).toHaveLength(150);
		expect(desk.api.tokenRequests()).toBe(3);
	});

	it('by the clock of the API, whatever time was promised, is renewed in the middle', async () => {
		desk.api.tokenSeconds = 60;
		const input = await expiredWith(100);
		slowly();
		// The first 32 of them were refused, as the token from before had expired.
		atRequest([71], () => void desk.clock.advance(60_000));
		expect(output(await desk.run(GETS, { input }))).toHaveLength(100);
		expect(desk.api.tokenRequests()).toBe(2);
	});

	it('is not sent again by a later run, which has the one that was renewed', async () => {
		await expiredWith(1);
		onlyItem(await desk.run(byExternalId('get', 'SHOP-1')));
		onlyItem(await desk.run(byExternalId('get', 'SHOP-1')));
		expect(desk.api.tokenRequests()).toBe(1);
	});

	it('where there is none at all, the refresh token gives the first one', async () => {
		await expiredWith(1);
		const credentials = desk.credentials({ accessToken: '' });
		onlyItem(await desk.run(byExternalId('get', 'SHOP-1'), { credentials }));
		expect(desk.api.tokenRequests()).toBe(1);
		expect(desk.answered(401)).toBe(0);
	});
});

describe('a refresh token that comes anew with each renewal', () => {
	beforeEach(() => {
		desk.api.rotatesRefreshTokens = true;
	});

	it('is kept, and used the next time', async () => {
		const input = orderNumbers(150);
		slowly();
		expireAt(21, 71, 121);
		expect(output(await desk.run(createOrders(FEW), { input }))).toHaveLength(150);
		expect(desk.api.tokenRequests()).toBe(3);
		// The sandbox refuses a refresh token that was used before.
		expect(desk.answered(400)).toBe(0);
	});

	it('is asked for once by a hundred items in flight, as the old one is void', async () => {
		const input = await expiredWith(100);
		slowly();
		expect(output(await desk.run(GETS, { input }))).toHaveLength(100);
		expect(desk.api.tokenRequests()).toBe(1);
	});

	it('serves two runs side by side that began with the old one', async () => {
		const input = await expiredWith(20);
		slowly();
		const results = await Promise.all([desk.run(GETS, { input }), desk.run(GETS, { input })]);
		for (const result of results) expect(output(result)).toHaveLength(20);
		expect(desk.api.tokenRequests()).toBe(1);
	});
});

describe('two accounts side by side', () => {
	it('keep to their own tokens and orders', async () => {
		const other = desk.api.addAccount();
		desk.api.addProduct({ externalProductId: PRODUCT, inventory: 100 }, other.accessToken);
		desk.api.expireTokens();
		slowly();
		const credentials = desk.credentials({ ...other });
		const [mine, theirs] = await Promise.all([
			desk.run(createOrders(), { input: orderNumbers(20) }),
			desk.run(createOrders(), { input: orderNumbers(30), credentials }),
		]);
		expect([output(mine).length, output(theirs).length]).toEqual([20, 30]);
		expect(desk.api.orders()).toHaveLength(20);
		expect(desk.api.orders(other.accessToken)).toHaveLength(30);
		expect(desk.api.tokenRequests()).toBe(2);
	});
});

it('an access token that was put in by hand in the place of an expired one is used', async () => {
	await expiredWith(1);
	const { accessToken } = desk.api.addAccount();
	const credentials = desk.credentials({
		accessToken,
		refreshToken: '',
		currentToken: desk.api.tokens.expired,
	});
	const { error } = await desk.run(byExternalId('get', 'SHOP-1'), { credentials });
	// That account has no such order: the token was accepted.
	expect(error?.message).toContain('Deliverr has no order');
	expect(desk.answered(401)).toBeLessThanOrEqual(1);
});
