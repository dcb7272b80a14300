import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { NODE } from '../harness/index.mts';
import { createOrder, createOrders, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId, orderNumbers } from '../support/order-parameters.mts';
import { seenError } from '../support/seen.mts';

const desk = useDeliverrDesk();

const READ = byExternalId('get', 'SHOP-1');
const goOn = { onError: 'continueRegularOutput' } as const;

const asked = () => desk.sandbox.log.find('POST', /token$/).length;

const expired = (changes: ICredentialDataDecryptedObject = {}) => ({
	credentials: desk.credentials({ accessToken: desk.api.tokens.expired, ...changes }),
});

describe('an expired access token without a refresh token', () => {
	it.each([
		['a read', () => READ],
		['a create', () => createOrder()],
	])('is told with what to put where (%s)', async (_call, parameters) => {
		const { message, description, httpCode } = seenError(
			await desk.run(parameters(), expired({ refreshToken: '' })),
		);
		expect(message).toBe('Deliverr does not accept the access token (HTTP 401) [item 0]');
		expect(description).toContain("'Refresh Token'");
		expect(httpCode).toBe('401');
		expect(desk.api.orders()).toEqual([]);
		expect(asked()).toBe(0);
	});

	it('costs a hundred items two requests each at most', async () => {
		const options = { input: orderNumbers(100), ...goOn, ...expired({ refreshToken: '' }) };
		const result = await desk.run(createOrders(), options);
		expect(result.errorItems(NODE)).toHaveLength(100);
		expect(desk.sent().length).toBeLessThanOrEqual(200);
	});
});

describe('a refresh token that is not accepted', () => {
	const refused = () => expired({ refreshToken: 'deliverr-refresh-VOID000000' });

	it('is told with what to do', async () => {
		const { message, description, httpCode } = seenError(await desk.run(READ, refused()));
		expect(message).toBe('Deliverr did not renew the access token (HTTP 400) [item 0]');
		expect(description).toContain("The 'Refresh Token' is no longer accepted.");
		expect(httpCode).toBe('400');
		expect(desk.sent()).toHaveLength(1);
		expect(asked()).toBe(1);
	});

	it('is not tried once for each of 200 items', async () => {
		const options = { input: orderNumbers(200), ...goOn, ...refused() };
		const result = await desk.run(createOrders(), options);
		expect(result.errorItems(NODE).map(({ json }) => json.error)).toEqual(
			orderNumbers(200).map(
				(_, index) => `Deliverr did not renew the access token (HTTP 400) [item ${index}]`,
			),
		);
		expect(asked()).toBeLessThanOrEqual(10);
		expect(desk.api.orders()).toEqual([]);
	});
});

it('a credential with neither token is told by the field, and nothing is sent', async () => {
	const credentials = desk.credentials({ accessToken: '', refreshToken: '' });
	const { message } = seenError(await desk.run(READ, { credentials }));
	expect(message).toContain("'Access Token' is empty");
	expect(desk.sandbox.log.all()).toEqual([]);
});
