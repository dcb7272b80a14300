/** Tokens of the default account; in the vendor's format, `shltm_` and 40 characters. */
export const FIXED_TOKENS = {
	full: 'shltm_sandbox-full-access-00000000000000000001',
	readOnly: 'shltm_sandbox-read-only-0000000000000000000002',
	noScopes: 'shltm_sandbox-no-scopes-0000000000000000000003',
	revoked: 'shltm_sandbox-revoked-000000000000000000000004',
} as const;
