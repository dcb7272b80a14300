/** How many items to run, and how often to time that. */
export interface GrowthJob {
	count: number;
	runs: number;
}

/** What one size costs: the median time, and memory above that of an empty run. */
export interface Grown {
	ms: number;
	cpuMs: number;
	/** The most that was alive on the heap during the run. */
	peakBytes: number;
	/** What was alive when it was over, its result among it. */
	keptBytes: number;
	/** The most that the process ever had, of all kinds. */
	rssBytes: number;
}
