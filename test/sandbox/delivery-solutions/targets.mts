import { createHmac } from 'node:crypto';
import { basicAuth } from '../shared/credential-webhooks.mts';

/** How a delivery shows where it comes from. */
export type TargetAuth =
	| { type: 'none' }
	| {
			type: 'signature';
			secret: string;
			algorithm: 'sha256' | 'sha1' | 'sha512' | 'md5';
			encoding: 'hex' | 'base64';
			/** Default: X-DS-Signature. */
			header?: string;
	  }
	| { type: 'basic'; username: string; password: string }
	| { type: 'bearer'; token: string }
	| { type: 'header'; name: string; value: string };

/** A webhook as it is set up by hand in the portal; there is no call for it. */
export interface TargetInput {
	url: string;
	/** What shipments come to, or messages to customers. */
	kind: 'order' | 'communication';
	/** Default: all. */
	statuses?: string[];
	auth: TargetAuth;
}

export interface Target extends TargetInput {
	id: string;
}

const SIGNATURE_HEADER = 'X-DS-Signature';

/**
 * The headers of a delivery (Delivery Solutions reference, Webhooks): with a webhook secret a hash of
 * the payload in X-DS-Signature, which is empty when the secret is; with no authentication none. The
 * kind of hash is not documented: here an HMAC of the body as it is sent.
 */
export function authHeaders({ auth }: Target, body: string): Record<string, string> {
	switch (auth.type) {
		case 'none':
			return {};
		case 'signature': {
			const { secret, algorithm, encoding, header = SIGNATURE_HEADER } = auth;
			if (secret === '') return { [header]: '' };
			return { [header]: createHmac(algorithm, secret).update(body).digest(encoding) };
		}
		case 'basic':
			return { authorization: basicAuth(auth.username, auth.password) };
		case 'bearer':
			return { authorization: `Bearer ${auth.token}` };
		case 'header':
			return { [auth.name]: auth.value };
	}
}
