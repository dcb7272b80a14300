import type { Sandbox } from '../../sandbox/server.mts';
import type { RestClient } from '../rest/client.mts';
import {
	saveCredential,
	type CredentialFields,
	type SavedCredential,
} from '../rest/credentials.mts';

/** What a person enters into the portal of Delivery Solutions and into the credential. */
export const PORTAL_SECRET = 'a-long-random-portal-text-000000000000042';

/** The credentials of this package by type, and the names that the examples look for. */
export const ACCOUNT_NAMES = {
	flexportApi: 'Flexport account',
	deliverySolutionsApi: 'Delivery Solutions account',
	deliverrApi: 'Deliverr account',
	digitalRiverApi: 'Digital River account',
} as const;

export type CredentialType = keyof typeof ACCOUNT_NAMES;

export const CREDENTIAL_TYPES: readonly CredentialType[] = [
	'flexportApi',
	'deliverySolutionsApi',
	'deliverrApi',
	'digitalRiverApi',
];

/** What goes into each credential for a sandbox. */
export function accountFields(sandbox: Sandbox): Record<CredentialType, CredentialFields> {
	const { flexport, deliverr, digitalRiver, deliverySolutions } = sandbox;
	const { client, baseUrl, tokenUrl } = deliverySolutions;
	return {
		flexportApi: {
			apiToken: flexport.tokens.full,
			baseUrl: flexport.baseUrl,
			apiVersion: '2026-02',
		},
		deliverySolutionsApi: { ...client, webhookSecret: PORTAL_SECRET, baseUrl, tokenUrl },
		deliverrApi: {
			accessToken: deliverr.tokens.access,
			refreshToken: deliverr.tokens.refresh,
			baseUrl: deliverr.baseUrl,
		},
		digitalRiverApi: { apiKey: digitalRiver.keys.secret, baseUrl: digitalRiver.baseUrl },
	};
}

export type Accounts = Record<CredentialType, SavedCredential>;

/** Saves a good credential of each type. */
export async function saveAccounts(rest: RestClient, sandbox: Sandbox): Promise<Accounts> {
	const fields = accountFields(sandbox);
	const save = (type: CredentialType) =>
		saveCredential(rest, type, ACCOUNT_NAMES[type], fields[type]);
	return {
		flexportApi: await save('flexportApi'),
		deliverySolutionsApi: await save('deliverySolutionsApi'),
		deliverrApi: await save('deliverrApi'),
		digitalRiverApi: await save('digitalRiverApi'),
	};
}
