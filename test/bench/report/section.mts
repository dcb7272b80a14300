/** Something that has to hold. */
export interface Must {
	/** What, with the figure that was measured. */
	line: string;
	met: boolean;
}

/** What one part of the measuring has found. */
export interface Section {
	title: string;
	/** The heads of the columns, and the rows. */
	table: readonly string[][];
	notes?: string[];
	musts: Must[];
	/** What the README shows of it: the work, this package, HTTP Request, the floor. */
	shown: Array<readonly [string, string, string, string]>;
}

export const must = (met: boolean, line: string): Must => ({ met, line });
