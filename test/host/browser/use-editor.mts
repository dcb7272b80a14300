import { chromium, type Browser } from 'playwright-core';
import { askKeeper } from '../keeper/ask.mts';
import { lendHost, thisWorker } from '../keeper/lend-host.mts';
import { HostDesk } from '../support/host-desk.mts';
import { nameTestIds } from './chromium.mts';
import { EditorPage } from './editor-page.mts';

const START_MS = 1_800_000;

/** An n8n with a stocked sandbox, and its editor in the browser of this worker. */
export class EditorDesk extends HostDesk {
	private browser: Browser | undefined;
	private page: EditorPage | undefined;

	constructor() {
		super(({ sandbox }) => lendHost({ sandbox: { ...sandbox, catalogue: true } }));
	}

	/** The window, which other files have before and after. */
	get editor(): EditorPage {
		if (!this.page) throw new Error('The editor has not been opened.');
		return this.page;
	}

	override async open(): Promise<void> {
		await super.open();
		const { endpoint } = await askKeeper('browser', { worker: thisWorker() });
		nameTestIds();
		this.browser = await chromium.connectOverCDP(endpoint);
		this.page = await EditorPage.open(this.browser, this.rest);
	}

	/** What went wrong in the page since this was asked last. */
	complaints(): string[] {
		return this.page?.complaints.splice(0) ?? [];
	}

	override async close(): Promise<string[]> {
		const left = await Promise.allSettled([this.page?.leave()]);
		// The browser goes on; this is only our connection to it.
		await this.browser?.close();
		const leaks = await super.close();
		for (const one of left) if (one.status === 'rejected') throw one.reason;
		return leaks;
	}
}

/** Opens one for the tests of a file. After each test, nothing may have gone wrong in the page. */
export function useEditor(): EditorDesk {
	const desk = new EditorDesk();
	beforeAll(() => desk.open(), START_MS);
	afterEach(() => expect(desk.complaints()).toEqual([]));
	afterAll(async () => expect(await desk.close()).toEqual([]), START_MS);
	return desk;
}
