/** What an Authorization header presents; undefined if it is of another scheme. */
export function presented(
	scheme: 'basic' | 'bearer',
	header: string | undefined,
): string | undefined {
	const [name = '', value = '', ...more] = (header ?? '').trim().split(/ +/);
	return name.toLowerCase() === scheme && more.length === 0 && value !== '' ? value : undefined;
}

/** User name and password as an Authorization header of the scheme Basic presents them. */
export function basic(username: string, password: string): string {
	return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}
