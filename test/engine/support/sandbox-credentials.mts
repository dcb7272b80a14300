import type { Sandbox } from '../../sandbox/server.mts';

/** Credentials for all systems of a sandbox that may do everything, by their type. */
export const sandboxCredentials = ({
	flexport,
	deliverr,
	digitalRiver,
	deliverySolutions: { baseUrl, tokenUrl, client },
}: Sandbox) => ({
	flexportApi: { apiToken: flexport.tokens.full, baseUrl: flexport.baseUrl },
	deliverrApi: {
		accessToken: deliverr.tokens.access,
		refreshToken: deliverr.tokens.refresh,
		baseUrl: deliverr.baseUrl,
	},
	digitalRiverApi: { apiKey: digitalRiver.keys.secret, baseUrl: digitalRiver.baseUrl },
	deliverySolutionsApi: { ...client, baseUrl, tokenUrl },
});
