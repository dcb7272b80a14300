import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../../../nodes/shared/failure.ts';
import { accessToken } from '../../../nodes/shared/providers/delivery-solutions/access-token.ts';
import { openDeliverySolutions } from '../../../nodes/shared/providers/delivery-solutions/session.ts';
import { Pace } from '../../../nodes/shared/transport/pace.ts';
import { partialFake } from '../support/partial-fake.mts';
import { NODE } from '../support/scripted-api.mts';
import { givesToken, keptBy, newClient, tokenEndpoint } from '../support/token-endpoint.mts';

function runtimeWith(credential: IDataObject) {
	const getCredentials = jest.fn().mockResolvedValue({ ...newClient(), ...credential });
	const { signal } = new AbortController();
	const ctx = partialFake<IExecuteFunctions>({ getCredentials, getNode: () => NODE });
	return { getCredentials, runtime: { ctx, signal, pace: new Pace(8, signal), timeoutMs: 1000 } };
}

const open = async (credential: IDataObject = {}) =>
	await openDeliverySolutions(runtimeWith(credential).runtime);

describe('the address of the API', () => {
	it.each([
		['https://api.lynkup.com/shipping/v1', 'https://api.lynkup.com/shipping/v1'],
		['https://api.lynkup.com/shipping/v1/', 'https://api.lynkup.com/shipping/v1'],
		['  https://api.lynkup.com/shipping/v1// \n', 'https://api.lynkup.com/shipping/v1'],
		['http://localhost:3400/delivery-solutions', 'http://localhost:3400/delivery-solutions'],
	])('may be given as %j', async (baseUrl, start) => {
		expect((await open({ baseUrl })).baseUrl).toBe(start);
	});

	it.each(['', '  ', 'api.lynkup.com', 'ftp://lynkup.com', 'https://', null, 5])(
		'may not be %j',
		async (baseUrl) => {
			const error: unknown = await open({ baseUrl }).catch((reason: unknown) => reason);
			expect(error instanceof Failure && error.facts).toEqual({
				kind: 'input',
				what: "The credential's 'Base URL' is not a web address",
				fix: 'Open the Delivery Solutions credential and give an address such as https://api.lynkup.com/shipping/v1.',
				field: 'Base URL',
			});
		},
	);
});

describe('what is taken out of texts', () => {
	it('is the client secret, also where it was pasted with spaces around it', async () => {
		const { redact } = await open({ clientSecret: '  s3cret-77\n' });
		expect(redact('s3cret-77 is wrong, s3cret-77')).toBe('*** is wrong, ***');
	});

	it('is the access token, the one that comes later and the one before it', async () => {
		const client = newClient();
		const { redact } = await open(client);
		const { helper } = tokenEndpoint([givesToken('tok-aaaa-1'), givesToken('tok-bbbb-2')]);
		await accessToken(helper, client);
		expect(redact('tok-aaaa-1 tok-bbbb-2')).toBe('*** tok-bbbb-2');
		await accessToken(helper, { ...client, accessToken: keptBy(client, 'tok-aaaa-1') });
		expect(redact('tok-aaaa-1 tok-bbbb-2')).toBe('*** ***');
	});

	it('is the access token that n8n kept, which may be of an earlier process', async () => {
		const client = newClient();
		const { redact } = await open({ ...client, accessToken: keptBy(client, 'tok-of-yesterday') });
		expect(redact('tok-of-yesterday is unknown')).toBe('*** is unknown');
	});

	it.each(['', undefined])('is nothing where there is no secret: %j', async (clientSecret) => {
		expect((await open({ clientSecret })).redact('as it was')).toBe('as it was');
	});
});

it('no secret stands in the session', async () => {
	const { ctx, pace, signal, ...session } = await open({ clientSecret: 's3cret-77' });
	expect([ctx, pace, signal]).not.toContain(undefined);
	expect(JSON.stringify(session)).not.toContain('s3cret-77');
});

it('a 401 makes n8n fetch a new token, and the API itself says which refusals pass', async () => {
	const session = await open();
	expect(session).toMatchObject({ credential: 'deliverySolutionsApi', renewsToken: true });
	const answer = { status: 422, headers: {}, body: { type: 'UNMAPPED_ERROR' } };
	expect(session.verdict?.(answer)).toBe('transient');
});

it('the credential is read once for all items of an execution', async () => {
	const { runtime, getCredentials } = runtimeWith({});
	const sessions = await Promise.all(
		[1, 2, 3].map(async () => await openDeliverySolutions(runtime)),
	);
	expect(new Set(sessions).size).toBe(1);
	expect(getCredentials).toHaveBeenCalledTimes(1);
	expect(getCredentials).toHaveBeenCalledWith('deliverySolutionsApi');
});
