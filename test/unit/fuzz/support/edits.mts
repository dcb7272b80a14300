/** One change to a JSON value, at one of its places, counted through. */
export type Edit =
	| { at: number; does: 'delete' | 'list' | 'object' | 'many' | 'rename' }
	| { at: number; does: 'put'; value: unknown };

interface Place {
	holder: object;
	key: string;
}

/** How many times a value stands in the list that `many` makes of it. */
const MANY = 100;

/** From so many places on a value is big already: `many` of many would fill the memory. */
const BIG = 250;

/** Deeper values cannot be copied. */
const MOST_LEVELS = 200;

/** A copy of a JSON value with some places changed. Whatever is no JSON stays as it is. */
export function edited(value: unknown, edits: readonly Edit[]): unknown {
	if (value instanceof Uint8Array || value === undefined || isDeep(value)) return value;
	const root: { value: unknown } = { value: structuredClone(value) };
	for (const edit of edits) {
		const places = placesIn(root);
		const place = places[edit.at % places.length];
		if (place) change(place, edit, places.length < BIG ? MANY : 1);
	}
	return root.value;
}

function change({ holder, key }: Place, edit: Edit, many: number): void {
	const value: unknown = Reflect.get(holder, key);
	switch (edit.does) {
		case 'delete':
			Reflect.deleteProperty(holder, key);
			break;
		case 'rename':
			Reflect.deleteProperty(holder, key);
			put(holder, `${key}_new`, value);
			break;
		case 'list':
			put(holder, key, [value]);
			break;
		case 'object':
			put(holder, key, { [key]: value });
			break;
		case 'many':
			put(
				holder,
				key,
				Array.from({ length: many }, () => value),
			);
			break;
		case 'put':
			put(holder, key, structuredClone(edit.value));
	}
}

/** As JSON.parse sets it: also a key that is a name of JavaScript's own. */
function put(holder: object, key: string, value: unknown): void {
	const own = { value, writable: true, enumerable: true, configurable: true };
	if (Array.isArray(holder) && !/^\d+$/.test(key)) holder.push(value);
	else Object.defineProperty(holder, key, own);
}

/** Places that are counted through; more would take long and tell no more. */
const MOST_PLACES = 2_000;

function placesIn(root: object): Place[] {
	const places: Place[] = [];
	const open: object[] = [root];
	for (let holder = open.pop(); holder && places.length < MOST_PLACES; holder = open.pop()) {
		for (const key of Object.keys(holder)) {
			places.push({ holder, key });
			const value: unknown = Reflect.get(holder, key);
			if (typeof value === 'object' && value !== null) open.push(value);
		}
	}
	return places;
}

function isDeep(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MOST_LEVELS) return true;
		level = level.flatMap((one) =>
			typeof one === 'object' && one !== null ? Object.values(one) : [],
		);
	}
	return false;
}
