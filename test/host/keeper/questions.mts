import type { ModeName } from '../modes.mts';
import type { VersionName } from '../versions.mts';

/** Which of the n8n that a keeper has. */
export interface Which {
	/** The worker of jest; each has its own. */
	worker: string;
	version: VersionName;
	mode: ModeName;
}

/** What a keeper can be asked. */
export interface Questions {
	/** For an n8n, which is started for the first who asks. */
	lend: Which;
	/** For what it has written since it was lent. */
	log: Which;
	/** For all that is in its database. */
	stored: Which;
	/** For a user folder in which this package is installed for a version of n8n. */
	package: { n8n: string };
	/** For a browser. */
	browser: Pick<Which, 'worker'>;
}

export interface Answers {
	lend: { url: string; webhookUrl: string; session: string };
	log: { text: string };
	stored: { text: string };
	package: { folder: string };
	browser: { endpoint: string };
}
