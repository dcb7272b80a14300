import type { ICredentialDataDecryptedObject, INodeCredentials } from 'n8n-workflow';

/** A secret of every account; no item and no error may hold it. */
export const SECRET = 's3cret-0123456789abcdef';

/** The credentials for accounts that all live at one place, below the paths of the sandbox. */
export function accountsAt(
	origin: string,
): Readonly<Record<string, ICredentialDataDecryptedObject>> {
	return {
		flexportApi: { apiToken: SECRET, baseUrl: `${origin}/flexport`, apiVersion: '2026-02' },
		deliverrApi: { accessToken: SECRET, refreshToken: '', baseUrl: `${origin}/deliverr` },
		digitalRiverApi: {
			apiKey: SECRET,
			webhookSecret: '',
			apiVersion: '2021-02-23',
			baseUrl: `${origin}/digital-river`,
		},
		deliverySolutionsApi: {
			clientId: 'client',
			clientSecret: SECRET,
			webhookSecret: '',
			tokenUrl: `${origin}/delivery-solutions/oauth/token`,
			baseUrl: `${origin}/delivery-solutions/shipping/v1`,
		},
	};
}

/** What a node has of these credentials: their names and IDs. */
export const CREDENTIALS: INodeCredentials = Object.fromEntries(
	Object.keys(accountsAt('')).map((name) => [name, { id: `id-of-${name}`, name }]),
);

let places = 0;

/** A place that no other case has: what a process learns of one account must not reach another case. */
export function newOrigin(): string {
	places += 1;
	return `https://place-${places}.example`;
}
