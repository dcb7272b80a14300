import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../../../nodes/shared/failure.ts';
import { openFlexport } from '../../../nodes/shared/providers/flexport/session.ts';
import { Pace } from '../../../nodes/shared/transport/pace.ts';
import { CREDENTIAL, TOKEN } from '../support/fake-item.mts';
import { partialFake } from '../support/partial-fake.mts';
import { NODE } from '../support/scripted-api.mts';

function runtimeWith(credential: IDataObject) {
	const getCredentials = jest.fn().mockResolvedValue({ ...CREDENTIAL, ...credential });
	const { signal } = new AbortController();
	const ctx = partialFake<IExecuteFunctions>({ getCredentials, getNode: () => NODE });
	return { getCredentials, runtime: { ctx, signal, pace: new Pace(8, signal), timeoutMs: 1000 } };
}

const open = async (credential: IDataObject = {}) =>
	await openFlexport(runtimeWith(credential).runtime);

const refusal = async (credential: IDataObject) => {
	const error: unknown = await open(credential).catch((reason: unknown) => reason);
	if (error instanceof Failure) return error.facts;
	throw new Error('The credential was to be refused, but it was not');
};

describe('the address of the API', () => {
	it.each([
		['https://logistics-api.flexport.com', 'https://logistics-api.flexport.com'],
		['https://logistics-api.flexport.com/', 'https://logistics-api.flexport.com'],
		['https://logistics-api.flexport.com///', 'https://logistics-api.flexport.com'],
		['  https://logistics-api.flexport.com/ \n', 'https://logistics-api.flexport.com'],
		['http://localhost:3400/flexport', 'http://localhost:3400/flexport'],
		['http://127.0.0.1:3400/flexport/', 'http://127.0.0.1:3400/flexport'],
		['https://api.flexport.com.example', 'https://api.flexport.com.example'],
	])('may be given as %j', async (baseUrl, start) => {
		expect((await open({ baseUrl })).baseUrl).toBe(`${start}/logistics/api/2026-02`);
	});

	it.each([
		'',
		'   ',
		'logistics-api.flexport.com',
		'ftp://flexport.com',
		'https://',
		'https:///x',
	])('may not be %j', async (baseUrl) => {
		expect(await refusal({ baseUrl })).toEqual({
			kind: 'input',
			what: "The credential's 'Base URL' is not a web address",
			fix: 'Open the Flexport credential and give an address such as https://logistics-api.flexport.com.',
			field: 'Base URL',
		});
	});

	it.each([undefined, null, 5])('may not be missing: %j', async (baseUrl) => {
		expect((await refusal({ baseUrl })).field).toBe('Base URL');
	});

	it.each(['https://api.flexport.com', 'http://api.flexport.com/', 'https://api.flexport.com/v2'])(
		'may not be that of the freight forwarding API: %s',
		async (baseUrl) => {
			const { what, fix } = await refusal({ baseUrl });
			expect(what).toContain('freight forwarding');
			expect(fix).toBe('Give https://logistics-api.flexport.com instead.');
		},
	);
});

describe('the version of the API', () => {
	it.each(['2023-04', '2023-10', '2024-07', '2025-03', '2026-02', '2031-11', 'unstable'])(
		'may be %s',
		async (apiVersion) => {
			expect((await open({ apiVersion })).baseUrl).toMatch(new RegExp(`/api/${apiVersion}$`));
		},
	);

	it('may have spaces around it', async () => {
		expect((await open({ apiVersion: ' 2024-07 ' })).baseUrl).toMatch(/\/api\/2024-07$/);
	});

	it.each(['', '2024', '2024-7', 'v2024-07', '2024-07-01', 'latest', '../2024-07'])(
		'may not be %j',
		async (apiVersion) => {
			expect(await refusal({ apiVersion })).toMatchObject({
				kind: 'input',
				what: "The credential's 'API Version' is not of the form YYYY-MM",
				field: 'API Version',
			});
		},
	);
});

describe('the token', () => {
	it('is taken out of any text, wherever it stands', async () => {
		const { redact } = await open();
		expect(redact(`a ${TOKEN} b ${TOKEN}.`)).toBe('a *** b ***.');
	});

	it('is taken out as well where it was pasted with spaces around it', async () => {
		const { redact } = await open({ apiToken: `  ${TOKEN}\n` });
		expect(redact(`Token ${TOKEN} is unknown`)).toBe('Token *** is unknown');
	});

	it.each(['', undefined])('may be missing without harm to texts: %j', async (apiToken) => {
		expect((await open({ apiToken })).redact('as it was')).toBe('as it was');
	});

	it('stands nowhere in the session', async () => {
		const { baseUrl, service, credential } = await open();
		expect(JSON.stringify({ baseUrl, service, credential })).not.toContain(TOKEN);
	});
});

it('the credential is read once for all items of an execution', async () => {
	const { runtime, getCredentials } = runtimeWith({});
	const sessions = await Promise.all([1, 2, 3].map(async () => await openFlexport(runtime)));
	expect(new Set(sessions).size).toBe(1);
	expect(getCredentials).toHaveBeenCalledTimes(1);
	expect(getCredentials).toHaveBeenCalledWith('flexportApi');
});
