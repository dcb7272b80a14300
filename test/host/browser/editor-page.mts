import type { Browser, Locator, Page } from 'playwright-core';
import { BROWSER_ID, type RestClient } from '../rest/client.mts';
import { collectComplaints } from './complaints.mts';
import { Panel } from './panel.mts';

interface View {
	scheme?: 'light' | 'dark';
	width?: number;
	height?: number;
}

/** The editor is large; a machine of few cores has other work, too. */
const PATIENCE_MS = 300_000;

/** So that a page sends what its session is bound to. An empty page has no storage. */
const REMEMBER = `if (location.protocol === 'http:') localStorage.setItem('n8n-browserId', '${BROWSER_ID}')`;

/** n8n's editor in a browser, used with mouse and keyboard. */
export class EditorPage {
	readonly panel: Panel;
	/** What went wrong in the page so far. */
	readonly complaints: string[];

	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		this.panel = new Panel(page);
		this.complaints = collectComplaints(page);
	}

	/** Takes the window of a browser, and the session of somebody who is logged in. */
	static async open(browser: Browser, { url, session }: RestClient): Promise<EditorPage> {
		const [context = await browser.newContext()] = browser.contexts();
		const [name = '', value = ''] = session.split('=');
		await context.addCookies([{ name, value, url }]);
		// n8n binds a session to it.
		await context.addInitScript({ content: REMEMBER });
		const [page = await context.newPage()] = context.pages();
		page.setDefaultTimeout(PATIENCE_MS);
		const editor = new EditorPage(page, url);
		await editor.look({});
		return editor;
	}

	/** What is opened from now on looks so. */
	async look({ scheme = 'light', width = 1440, height = 900 }: View): Promise<void> {
		await this.page.setViewportSize({ width, height });
		await this.page.emulateMedia({ colorScheme: scheme });
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-plus-button').or(this.plus).first().waitFor();
	}

	/** Opens a saved workflow, all of it in view. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.page.getByTestId('zoom-to-fit').click();
	}

	private get plus(): Locator {
		return this.page.getByTestId('canvas-add-button');
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Searches in the node panel. What is found is in `found`. */
	async search(words: string): Promise<void> {
		const box = this.page.getByTestId('node-creator-search-bar');
		if (!(await box.isVisible())) await this.page.keyboard.press('n');
		await box.fill(words);
	}

	/** An entry of the node panel. */
	found(name: string): Locator {
		const exact = this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true });
		return this.page.getByTestId('item-iterator-item').filter({ has: exact });
	}

	/** Adds a node from the node panel, which opens its own panel. */
	async add(words: string, name: string, action: string): Promise<Panel> {
		await this.search(words);
		await this.found(name).first().click();
		const wanted = this.found(action)
			.or(this.page.getByRole('button', { name: action }))
			.first();
		// On an empty canvas, those of a node that has a trigger, too, are folded away.
		const folded = this.page.getByText(/^Actions \(\d+\)$/).first();
		await wanted.or(folded).first().waitFor();
		if (!(await wanted.isVisible())) await folded.click();
		await wanted.click();
		return await this.panel.opened();
	}

	/** Opens the panel of a node on the canvas. */
	async openPanel(name: string): Promise<Panel> {
		await this.node(name).dblclick();
		return await this.panel.opened();
	}

	/**
	 * Empties the window, as one that shows something goes on drawing and asking n8n, and forgets what the
	 * editor has noted in the browser: which workflows were open, what was folded, and the like.
	 */
	async leave(): Promise<void> {
		const { page, url } = this;
		await page.evaluate(() => Reflect.get(globalThis, 'sessionStorage').clear());
		await page.goto('about:blank');
		const browser = await page.context().newCDPSession(page);
		const storageTypes = 'local_storage,indexeddb,service_workers,cache_storage';
		await browser.send('Storage.clearDataForOrigin', { origin: url, storageTypes });
		await browser.detach();
	}

	/** Presses "Execute workflow". */
	async run(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').first().click();
	}

	/** The tick of a node that ran without a failure. */
	succeeded(name: string): Locator {
		return this.node(name).getByTestId('canvas-node-status-success');
	}
}
