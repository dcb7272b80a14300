import { inputFailure } from '../failure';

/**
 * A value as one segment of a path. Ids may hold `/` and `#`, so they are percent-encoded.
 * @throws Failure of kind `input` for an empty value, for `.` and `..`, which a URL swallows, and for
 * half a surrogate pair, which has no encoding
 */
export function pathSegment(value: string, label: string): string {
	const trimmed = value.trim();
	if (trimmed === '') {
		throw inputFailure(
			`'${label}' is empty`,
			'Fill it in, or map it from the incoming item.',
			label,
		);
	}
	if (/^\.{1,2}$/.test(trimmed)) {
		throw inputFailure(`'${label}' is "${trimmed}", which is not an ID`, 'Give an ID.', label);
	}
	if (/\p{Surrogate}/u.test(trimmed)) {
		throw inputFailure(
			`'${label}' holds half a character, which no address can`,
			'Give the ID as it was, not cut off within a sign such as an emoji.',
			label,
		);
	}
	return encodeURIComponent(trimmed);
}
