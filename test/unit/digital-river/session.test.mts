import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../../../nodes/shared/failure.ts';
import { openDigitalRiver } from '../../../nodes/shared/providers/digital-river/session.ts';
import { Pace } from '../../../nodes/shared/transport/pace.ts';
import { partialFake } from '../support/partial-fake.mts';
import { NODE } from '../support/scripted-api.mts';

const KEY = 'sk_test_0123456789';

function runtimeWith(changes: IDataObject) {
	const credential = { apiKey: KEY, baseUrl: 'https://api.digitalriver.com', ...changes };
	const getCredentials = jest.fn().mockResolvedValue(credential);
	const { signal } = new AbortController();
	const ctx = partialFake<IExecuteFunctions>({ getCredentials, getNode: () => NODE });
	return { getCredentials, runtime: { ctx, signal, pace: new Pace(8, signal), timeoutMs: 1000 } };
}

const open = async (changes: IDataObject = {}) =>
	await openDigitalRiver(runtimeWith(changes).runtime);

const refusal = async (changes: IDataObject) => {
	const error: unknown = await open(changes).catch((reason: unknown) => reason);
	if (error instanceof Failure) return error.facts;
	throw new Error('The credential was to be refused, but it was not');
};

it.each([
	['https://api.digitalriver.com', 'https://api.digitalriver.com'],
	['  https://api.digitalriver.com// \n', 'https://api.digitalriver.com'],
	['http://127.0.0.1:3400/digital-river/', 'http://127.0.0.1:3400/digital-river'],
])('the address may be given as %j', async (baseUrl, start) => {
	expect((await open({ baseUrl })).baseUrl).toBe(start);
});

it.each(['', '   ', 'api.digitalriver.com', 'ftp://x', 'https://', undefined, null, 5])(
	'the address may not be %j',
	async (baseUrl) => {
		expect(await refusal({ baseUrl })).toEqual({
			kind: 'input',
			what: "The credential's 'Base URL' is not a web address",
			fix: 'Open the Digital River credential and give an address such as https://api.digitalriver.com.',
			field: 'Base URL',
		});
	},
);

it.each(['', '  ', undefined, null, '2021-02-23', ' 2021-12-13\n'])(
	'the version may be %j',
	async (apiVersion) => {
		expect((await open({ apiVersion })).service).toBe('Digital River');
	},
);

it.each(['2021', '2021-2-23', 'v2021-02-23', 'latest', '2021-02-23T00:00:00Z', '2021-02'])(
	'the version may not be %j',
	async (apiVersion) => {
		expect(await refusal({ apiVersion })).toMatchObject({
			kind: 'input',
			what: "The credential's 'API Version' is not a date",
			field: 'API Version',
		});
	},
);

it('the key is taken out of any text, also where it was pasted with blanks around it', async () => {
	const { redact } = await open({ apiKey: `  ${KEY}\n` });
	expect(redact(`a ${KEY} b ${KEY}.`)).toBe('a *** b ***.');
});

it.each(['', undefined])('an empty key does no harm to texts: %j', async (apiKey) => {
	expect((await open({ apiKey })).redact('as it was')).toBe('as it was');
});

it('the credential is read once for all items of an execution', async () => {
	const { runtime, getCredentials } = runtimeWith({});
	const sessions = await Promise.all([1, 2, 3].map(async () => await openDigitalRiver(runtime)));
	expect(new Set(sessions).size).toBe(1);
	expect(getCredentials).toHaveBeenCalledTimes(1);
	expect(getCredentials).toHaveBeenCalledWith('digitalRiverApi');
});
