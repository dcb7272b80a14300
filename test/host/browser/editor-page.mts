import type { Browser, Locator, Page } from 'playwright-core';
import { OWNER } from '../rest/owner.mts';
import { collectComplaints } from './complaints.mts';
import { Panel } from './panel.mts';

export interface View {
	scheme?: 'light' | 'dark';
	width?: number;
	height?: number;
}

/** The editor is large; a machine of few cores has other work, too. */
const PATIENCE_MS = 120_000;

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

	/** Opens a window and signs the owner in. */
	static async open(
		browser: Browser,
		url: string,
		{ scheme = 'light', width = 1440, height = 900 }: View = {},
	): Promise<EditorPage> {
		const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		await page.route(
			(address) => address.origin !== url,
			(route) => route.abort(),
		);
		const editor = new EditorPage(page, url);
		await page.goto(`${url}/signin`);
		await page.locator('input[type="email"], input[name="emailOrLdapLoginId"]').fill(OWNER.email);
		await page.locator('input[type="password"]').fill(OWNER.password);
		await page.keyboard.press('Enter');
		await page.waitForURL((address) => !address.pathname.includes('signin'));
		return editor;
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

	async close(): Promise<void> {
		await this.page.context().close();
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
