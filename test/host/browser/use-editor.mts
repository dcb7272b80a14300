import type { Browser } from 'playwright-core';
import { startHost } from '../host.mts';
import { HostDesk } from '../support/use-host.mts';
import { startChromium } from './chromium.mts';
import { EditorPage, type View } from './editor-page.mts';

const START_MS = 1_800_000;
/** Of one test: the editor is large, and other programs may run. */
const TEST_MS = 600_000;

/** An n8n with a stocked sandbox, and its editor in a browser. */
export class EditorDesk extends HostDesk {
	private browser: Browser | undefined;
	private pages: EditorPage[] = [];

	constructor() {
		super(({ sandbox }) => startHost({ sandbox: { ...sandbox, catalogue: true } }));
	}

	/** The window of a file's tests. */
	get editor(): EditorPage {
		const [first] = this.pages;
		if (!first) throw new Error('The editor has not been opened.');
		return first;
	}

	async openEditor(view?: View): Promise<EditorPage> {
		this.browser ??= await startChromium();
		const page = await EditorPage.open(this.browser, this.host.url, view);
		this.pages.push(page);
		return page;
	}

	/** What went wrong in the pages since this was asked last. */
	complaints(): string[] {
		return this.pages.flatMap(({ complaints }) => complaints.splice(0));
	}

	override async close(): Promise<string[]> {
		await this.browser?.close();
		return await super.close();
	}
}

/** Opens one for the tests of a file. After each test, nothing may have gone wrong in the page. */
export function useEditor(): EditorDesk {
	const desk = new EditorDesk();
	jest.setTimeout(TEST_MS);
	beforeAll(async () => {
		await desk.open();
		await desk.openEditor();
	}, START_MS);
	afterEach(() => expect(desk.complaints()).toEqual([]));
	afterAll(async () => expect(await desk.close()).toEqual([]), START_MS);
	return desk;
}
