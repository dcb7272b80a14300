/** Tokens of the default account. Their form is not documented. */
export const FIXED_TOKENS = {
	access: 'deliverr-sandbox-access-0001',
	refresh: 'deliverr-sandbox-refresh-0001',
	/** Answers 403 where something is to be changed. */
	readOnly: 'deliverr-sandbox-read-only-0001',
	/** Answers 403 where webhooks are concerned. */
	ordersOnly: 'deliverr-sandbox-access-0002',
	/** Answers 401. */
	expired: 'deliverr-sandbox-expired-0001',
} as const;
