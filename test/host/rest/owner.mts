import type { RestClient } from './client.mts';

/** The owner of every n8n that these tests start. It listens to this machine only. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Ada',
	lastName: 'Owner',
	password: 'Fulfil1ment!',
};

/** Makes the owner of a new n8n, who is logged in then. */
export async function setUpOwner(rest: RestClient): Promise<void> {
	await rest.call('POST', '/owner/setup', OWNER);
}

/** Logs the owner in. */
export async function logIn(rest: RestClient): Promise<void> {
	const { email, password } = OWNER;
	await rest.call('POST', '/login', { emailOrLdapLoginId: email, password });
}
