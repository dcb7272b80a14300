/**
 * Reads the form in which n8n stores executions (npm package flatted): a JSON list whose first member
 * is the value, and in which a text within an object or list stands for the place of a member.
 */
export function unflatten<T>(text: string): T {
	const members: unknown[] = JSON.parse(text);
	const built = new Map<string, unknown>();
	const at = (place: string): unknown => {
		if (built.has(place)) return built.get(place);
		const member = members[Number(place)];
		if (typeof member !== 'object' || member === null) return member;
		const whole: Record<string, unknown> | unknown[] = Array.isArray(member) ? [] : {};
		// Before its parts, as they may lead back to it.
		built.set(place, whole);
		const parts = Object.entries(member).map(([key, part]): [string, unknown] => [
			key,
			typeof part === 'string' ? at(part) : part,
		]);
		return Object.assign(whole, Object.fromEntries(parts));
	};
	// The answer of JSON.parse is what its reviver gives: the one way to a value of a stored type.
	return JSON.parse('null', () => at('0'));
}
