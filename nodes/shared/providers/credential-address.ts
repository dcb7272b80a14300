import { inputFailure } from '../failure';
import { text } from '../read';

/**
 * An address of a credential, without a slash at its end.
 *
 * @param label the field as the credential shows it
 * @throws Failure of kind `input` if it is no web address
 */
export function readAddress(
	value: unknown,
	label: string,
	service: string,
	example: string,
): string {
	const address = (text(value) ?? '').trim().replace(/\/+$/, '');
	if (/^https?:\/\/[^/]+/.test(address) && URL.canParse(address)) return address;
	throw inputFailure(
		`The credential's '${label}' is not a web address`,
		`Open the ${service} credential and give an address such as ${example}.`,
		label,
	);
}
