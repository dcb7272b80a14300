import type { RestClient } from './client.mts';

/** The secrets and addresses of a credential. */
export type CredentialFields = Readonly<Record<string, string>>;

/** A credential as nodes refer to it. */
export interface SavedCredential {
	id: string;
	name: string;
}

/** What the button Test says. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

export async function saveCredential(
	rest: RestClient,
	type: string,
	name: string,
	data: CredentialFields,
): Promise<SavedCredential> {
	const { id } = await rest.call<SavedCredential>('POST', '/credentials', { name, type, data });
	return { id, name };
}

/** Presses Test, with fields that may be changed but not saved. */
export async function testCredential(
	rest: RestClient,
	type: string,
	saved: SavedCredential,
	data: CredentialFields,
): Promise<CredentialTest> {
	return await rest.call('POST', '/credentials/test', { credentials: { ...saved, type, data } });
}

/** Changes a saved credential, as a person does who presses Save. */
export async function changeCredential(
	rest: RestClient,
	type: string,
	{ id, name }: SavedCredential,
	data: CredentialFields,
): Promise<void> {
	await rest.call('PATCH', `/credentials/${id}`, { name, type, data });
}
