/** How a person knows a field: by its label in the panel, or by its place in the JSON they gave. */
export type Naming = 'panel' | 'json';

/** Where a check stands: `path` in the JSON, and `place` in the words of the panel. */
export interface Place {
	naming: Naming;
	path: string;
	place: string;
}

/** Properties that every field of a request body has. */
interface FieldBase {
	/** The API's own name of the field. */
	key: string;
	/** The field as the panel shows it. */
	label: string;
	required?: boolean;
}

/** One field of a request body and what the documentation says of it. Data for `check`. */
export type Field =
	| (FieldBase & {
			kind: 'text';
			/** Length in characters. */
			min?: number;
			max?: number;
			pattern?: RegExp;
			/** Says what the pattern wants, e.g. "exactly 10 digits". */
			form?: string;
			/** The pattern holds only where another field of the same object has this value. */
			patternIf?: { key: string; is: string };
			/** A closed list. Lists that may grow are not checked here. */
			oneOf?: readonly string[] | ReadonlySet<string>;
			/** What a listed value is, e.g. "the code of a country". */
			listName?: string;
			/** How to mend a value that is not listed, where the list is too long to print. */
			listFix?: string;
	  })
	| (FieldBase & { kind: 'number'; min?: number; whole?: boolean })
	| (FieldBase & { kind: 'flag' })
	| (FieldBase & {
			kind: 'time';
			inFuture?: boolean;
			/** Another point in time of the same object that must be earlier. */
			after?: string;
			/** The same moment will do. */
			orSame?: boolean;
	  })
	| (FieldBase & {
			/** A point in time as Unix time in milliseconds. */
			kind: 'epoch';
			/** Another point in time of the same object that must not be later. */
			notBefore?: { key: string; label: string };
	  })
	| (FieldBase & {
			kind: 'group';
			fields: readonly Field[];
			/** The panel shows the fields without a frame of their own. */
			inline?: boolean;
	  })
	| (FieldBase & {
			kind: 'list';
			/** Fewest and most entries. */
			min?: number;
			max?: number;
			/** Name of one entry, e.g. "line item". */
			entry: string;
			fields: readonly Field[];
	  })
	| (FieldBase & {
			/** A list of texts. */
			kind: 'texts';
			/** Most entries. */
			max?: number;
			/** Name of one entry, e.g. "tag". */
			entry: string;
			oneOf?: readonly string[];
	  })
	| (FieldBase & {
			/** An object whose names are free: texts, numbers, booleans, and lists of them. */
			kind: 'map';
			/** Texts and numbers only. */
			plain?: boolean;
			/** Longest text, in characters. */
			maxText: number;
			/** Most entries of a list. */
			maxList: number;
	  });

/** What is wrong with a value, as the end of a sentence that begins with its name. */
export interface Finding {
	what: string;
	fix: string;
}

/** One finding: a sentence without full stop, and how to mend it. */
export interface Problem extends Finding {
	/** The field as a person sees it, with its place. */
	field: string;
}
