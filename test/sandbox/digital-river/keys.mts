/** Keys of the default account (Digital River API reference: secret keys begin with sk_test_ or sk_). */
export const FIXED_KEYS = {
	secret: 'sk_test_sandbox_secret_0001',
	/** Answers 403 where something is to be created. */
	restricted: 'sk_test_sandbox_restricted_0002',
	/** Answers 401. */
	revoked: 'sk_test_sandbox_revoked_0003',
} as const;
