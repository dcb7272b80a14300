/**
 * An object of a large interface that has only the members a test needs. Reading any other member
 * fails the test with the member's name, instead of giving `undefined`.
 */
export function partialFake<T extends object>(members: Partial<T>): T {
	return new Proxy<T>(Object.assign(Object.create(null), members), {
		get(target, name) {
			// Promises and matchers ask any object for these.
			if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
			if (!(name in target)) throw new Error(`This fake has no '${name}'`);
			return Reflect.get(target, name);
		},
	});
}
