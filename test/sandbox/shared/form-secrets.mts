const SECRET = /(^|&)((?:refresh_token|code|client_secret)=)[^&]*/g;

/** A form without the secrets in it, for the log. */
export function withoutSecrets(form: string): string {
	return form.replace(SECRET, '$1$2[hidden]');
}
