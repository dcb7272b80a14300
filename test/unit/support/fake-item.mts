import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Pace } from '../../../nodes/shared/transport/pace.ts';
import type { Item } from '../../../nodes/shared/runner/item.ts';
import { partialFake } from './partial-fake.mts';
import { NODE } from './scripted-api.mts';

/** The secret that must never come out of the package. */
export const TOKEN = 'shltm_0123456789abcdef';

export const CREDENTIAL: ICredentialDataDecryptedObject = {
	apiToken: TOKEN,
	baseUrl: 'https://logistics.example',
	apiVersion: '2026-02',
};

export interface FakeItemOptions {
	timezone?: string;
	/** Plays the API: gets the options of n8n's request helper, and gives the full answer. */
	api?: IExecuteFunctions['helpers']['httpRequestWithAuthentication'];
}

/**
 * One item whose parameters have come out of the panel and its expressions already.
 *
 * @param parameters by name; what is not among them was left at the caller's default
 */
export function itemWith(
	parameters: IDataObject,
	{ timezone = 'America/New_York', api }: FakeItemOptions = {},
): Item {
	const ctx = partialFake<IExecuteFunctions>({
		getNodeParameter: <T,>(name: string, _index?: number, otherwise?: unknown): T => {
			const values: object = { [name]: otherwise, ...parameters };
			return Reflect.get(values, name);
		},
		getInputData: () => [{ json: {} }],
		getNode: () => NODE,
		getTimezone: () => timezone,
		getCredentials: async <T extends object>(): Promise<T> =>
			Object.assign(Object.create(null), CREDENTIAL),
		helpers: partialFake<IExecuteFunctions['helpers']>(
			api ? { httpRequestWithAuthentication: api } : {},
		),
	});
	const { signal } = new AbortController();
	const runtime = { ctx, signal, pace: new Pace(8, signal), timeoutMs: 30_000 };
	return { ctx, index: 0, runtime };
}
