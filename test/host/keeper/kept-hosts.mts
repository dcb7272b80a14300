import { startIn } from '../modes.mts';
import type { Cluster } from '../n8n/cluster.mts';
import { startN8n, type Started } from '../started.mts';
import { VERSIONS } from '../versions.mts';
import { Kept } from './kept.mts';
import type { Answers, Which } from './questions.mts';

interface KeptHost {
	started: Started<Cluster>;
	/** How much of the log earlier files have looked at. */
	seen: number;
	/** Where the log begins for who has it now. */
	from: number;
}

/** The n8n of a run: one for each worker of jest, version and mode, started when it is first asked for. */
export class KeptHosts {
	private readonly hosts = new Kept<KeptHost>();

	private async host({ worker, version, mode }: Which): Promise<KeptHost> {
		const key = [worker, version, mode].join(' ');
		return await this.hosts.get(key, () => this.start(version, mode));
	}

	private async start(version: Which['version'], mode: Which['mode']): Promise<KeptHost> {
		return { started: await startN8n(startIn(mode), VERSIONS[version]), seen: 0, from: 0 };
	}

	async lend(which: Which): Promise<Answers['lend']> {
		const host = await this.host(which);
		host.from = host.seen;
		const { url, webhookUrl, rest } = host.started;
		return { url, webhookUrl, session: rest.session };
	}

	async log(which: Which): Promise<string> {
		const host = await this.host(which);
		const log = await host.started.log();
		host.seen = log.length;
		return log.slice(host.from);
	}

	async stored(which: Which): Promise<string> {
		return await (await this.host(which)).started.stored();
	}

	async close(): Promise<void> {
		await this.hosts.end(({ started }) => started.stop());
	}
}
