import type { Browser } from 'playwright-core';
import { startChromium } from '../browser/chromium.mts';
import { freePort } from '../n8n/free-port.mts';
import { Kept } from './kept.mts';

interface KeptBrowser {
	browser: Browser;
	/** Where other processes take part in it. */
	endpoint: string;
}

async function start(): Promise<KeptBrowser> {
	const port = await freePort();
	const browser = await startChromium([`--remote-debugging-port=${port}`]);
	return { browser, endpoint: `http://127.0.0.1:${port}` };
}

/** The browsers of a run: one for each worker of jest, which keeps its pages, its session and its cache. */
export class KeptBrowsers {
	private readonly kept = new Kept<KeptBrowser>();

	async open(worker: string): Promise<{ endpoint: string }> {
		const { endpoint } = await this.kept.get(worker, start);
		return { endpoint };
	}

	async close(): Promise<void> {
		await this.kept.end(({ browser }) => browser.close());
	}
}
