import { inputFailure } from '../failure';

/**
 * A value as one segment of a path. Ids may hold `/` and `#`, so they are percent-encoded.
 * @throws Failure of kind `input` for an empty value, and for `.` and `..`, which a URL swallows
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
	return encodeURIComponent(trimmed);
}
