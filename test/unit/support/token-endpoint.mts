import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { partialFake } from './partial-fake.mts';
import type { Step } from './scripted-api.mts';

export interface TokenEndpoint {
	helper: IHttpRequestHelper;
	/** The requests in the order in which they came. */
	asked: IHttpRequestOptions[];
}

/**
 * An endpoint that gives out tokens by a script; the last step holds for all further requests.
 * @param takesMs how long each answer takes
 */
export function tokenEndpoint(steps: readonly Step[], takesMs = 0): TokenEndpoint {
	const asked: IHttpRequestOptions[] = [];
	const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> => {
		const step = steps[Math.min(asked.length, steps.length - 1)];
		asked.push(options);
		if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
		return step?.(options);
	};
	const helpers = partialFake<IHttpRequestHelper['helpers']>({ httpRequest });
	return { asked, helper: { helpers } };
}

/** An answer with a token, every value text as the API gives it. */
export function givesToken(token: string, expiresIn = '3599'): Step {
	return () => ({
		statusCode: 200,
		headers: {},
		body: {
			token_type: 'Bearer',
			issued_at: '1692288321000',
			client_id: 'client',
			access_token: token,
			scope: '',
			expires_in: expiresIn,
			refresh_count: '0',
			status: 'approved',
		},
	});
}

let clients = 0;

/** A credential of a client that no other test has: tokens are kept for the whole process. */
export function newClient(
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	clients += 1;
	return {
		clientId: `client-${clients}`,
		clientSecret: `s3cret-of-${clients}-3f9c1a77`,
		baseUrl: 'https://api.example/shipping/v1',
		tokenUrl: 'https://api.example/oauth/token',
		accessToken: '',
		...changes,
	};
}

/** A token in the form in which n8n keeps it: with what tells its client from another. */
export function keptBy(client: ICredentialDataDecryptedObject, token: string): string {
	const { tokenUrl, clientId, clientSecret } = client;
	const text = JSON.stringify([tokenUrl, clientId, clientSecret]);
	return `${createHash('sha256').update(text).digest('hex')} ${token}`;
}
