import type { INodeCredentials } from 'n8n-workflow';
import type { CredentialData } from './credentials.mts';

let stored = 0;

/**
 * The credentials as they stand in a node. Each time they are others, as runs share nothing: with the
 * same ID they would share a pace. A test of that names the IDs in a workflow of its own.
 */
export function chosenCredentials(credentials: CredentialData): INodeCredentials {
	return Object.fromEntries(
		Object.keys(credentials).map((name) => [name, { id: `${name}-${++stored}`, name }]),
	);
}
