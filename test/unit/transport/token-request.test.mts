import { requestToken } from '../../../nodes/shared/transport/token-request.ts';
import { findLeaks } from '../../engine/support/secrets.mts';
import { answers, breaksWith, TOKEN } from '../support/scripted-api.mts';
import { givesToken, tokenEndpoint } from '../support/token-endpoint.mts';

const SECRET = 's3cret-77';
const CLIENT = {
	url: 'https://api.example/oauth/token',
	form: { grant_type: 'client_credentials' },
	basic: { username: 'client-1', password: SECRET },
	secrets: [SECRET],
};

it('asks with the client credentials grant, the client in the header and nowhere else', async () => {
	const { helper, asked } = tokenEndpoint([givesToken('T1')]);
	await requestToken(helper, CLIENT);
	expect(asked).toEqual([
		expect.objectContaining({
			method: 'POST',
			url: 'https://api.example/oauth/token',
			auth: { username: 'client-1', password: SECRET },
			body: 'grant_type=client_credentials',
		}),
	]);
	expect(asked[0]?.headers).toMatchObject({ 'Content-Type': 'application/x-www-form-urlencoded' });
});

it('follows no redirect, because that would carry the secret elsewhere', async () => {
	const { helper, asked } = tokenEndpoint([answers(302, '', { location: 'https://else.example' })]);
	const result = await requestToken(helper, CLIENT);
	expect(asked[0]?.disableFollowRedirect).toBe(true);
	expect(result).toMatchObject({ answer: { status: 302 } });
});

it('waits for an answer for a limited time', async () => {
	const { helper, asked } = tokenEndpoint([givesToken('T1')]);
	await requestToken(helper, CLIENT);
	expect(asked[0]?.timeout).toBe(30_000);
});

it('gives every answer with its status, and the names of headers in lower case', async () => {
	const body = { response: { errors: [{ code: '10401', message: 'Invalid client' }] } };
	const { helper } = tokenEndpoint([answers(401, body, { transId: 't-1' })]);
	expect(await requestToken(helper, CLIENT)).toEqual({
		answer: { status: 401, headers: { transid: 't-1' }, body },
	});
});

it('takes the secret out of an answer that repeats it', async () => {
	const body = { message: `${SECRET} is wrong`, [SECRET]: [SECRET] };
	const { helper } = tokenEndpoint([answers(401, body, { x: SECRET })]);
	expect(await requestToken(helper, CLIENT)).toEqual({
		answer: {
			status: 401,
			headers: { x: '***' },
			body: { message: '*** is wrong', '***': ['***'] },
		},
	});
});

it.each([
	['ECONNREFUSED', 'unreachable'],
	['ENOTFOUND', 'unreachable'],
	['ECONNRESET', 'lost'],
	['CERT_HAS_EXPIRED', 'misconfigured'],
])('gives a fault of the connection, and nothing of the request: %s', async (code, kind) => {
	const { helper } = tokenEndpoint([breaksWith(code)]);
	const result = await requestToken(helper, CLIENT);
	expect(result).toMatchObject({ fault: { kind, code } });
	expect([...findLeaks(result, SECRET), ...findLeaks(result, TOKEN)]).toEqual([]);
});

it.each([undefined, null, 'hello'])('an answer that is %j does no harm', async (response) => {
	const { helper } = tokenEndpoint([() => response]);
	expect(await requestToken(helper, CLIENT)).toMatchObject({ answer: { status: 0 } });
});
