import type { Locator, Page } from 'playwright-core';
import { until } from '../support/until.mts';

interface ListAnswer {
	data: { results: unknown[] };
}

const PATH = 'data-parameter-path';

/** What an attribute says at each of these that has it. */
async function attributes(elements: Locator, name: string): Promise<string[]> {
	return await elements.evaluateAll(
		(all, asked) => all.flatMap((one) => one.getAttribute(asked) ?? []),
		name,
	);
}

/** The panel of a node. */
export class Panel {
	readonly root: Locator;
	/** What an open drop-down offers. */
	readonly offered: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('node-parameters');
		this.offered = page.locator('.el-select-dropdown__item:visible');
	}

	async opened(): Promise<this> {
		await this.root.waitFor();
		return this;
	}

	async close(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.root.waitFor({ state: 'hidden' });
	}

	input(name: string): Locator {
		return this.root.getByTestId(`parameter-input-${name}`);
	}

	/** A field by its place. */
	at(path: string): Locator {
		return this.root.locator(`[${PATH}="${path}"]`);
	}

	/** Where each field that is shown belongs, in their order. */
	async paths(): Promise<string[]> {
		return await attributes(this.root.locator(`[${PATH}^="parameters."]`), PATH);
	}

	/** Everything that can be read in it, what stands in its fields included. */
	async words(): Promise<string> {
		const fields = this.root.locator('input, textarea');
		const values = await fields.evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')));
		const hints = await attributes(fields, 'placeholder');
		return [await this.root.innerText(), ...values, ...hints].join('\n');
	}

	/** Opens a drop-down and gives the names in it. */
	async namesIn(opener: Locator): Promise<string[]> {
		const menu = this.offered;
		// At its end: in its middle there may be a chosen one, which a click takes away.
		await opener.locator('.el-select__caret').first().click();
		await menu.first().waitFor();
		const texts = await menu.allInnerTexts();
		await this.page.keyboard.press('Escape');
		await menu.first().waitFor({ state: 'hidden' });
		return texts.map((text) => text.trim().replace(/\n[^]*$/, ''));
	}

	/** Chooses in a drop-down, as a person does. */
	async choose(name: string, option: string): Promise<void> {
		await this.input(name).locator('.el-select__caret').first().click();
		const exact = this.page.getByText(option, { exact: true });
		await this.offered.filter({ has: exact }).click();
		await this.offered.first().waitFor({ state: 'hidden' });
	}

	/** Chooses how a resource is to be given: from the list, by ID, and so on. */
	async chooseMode(name: string, mode: string): Promise<void> {
		const locator = this.root.getByTestId(`resource-locator-${name}`);
		await locator.getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId(`mode-${mode}`).click();
	}

	/** Opens the list of a resource, or searches in it, and gives what it then holds. */
	async list(name: string, search = ''): Promise<string[]> {
		const answered = this.page.waitForResponse(
			(answer) =>
				answer.url().includes('/resource-locator-results') &&
				(answer.request().postData() ?? '').includes(search),
		);
		if (search === '') {
			const locator = this.root.getByTestId(`resource-locator-${name}`);
			await locator.getByTestId('rlc-input').click();
		} else {
			await this.page.getByTestId('rlc-search').fill(search);
		}
		const { data }: ListAnswer = await (await answered).json();
		const items = this.page.getByTestId('rlc-item');
		return await until(`${data.results.length} entries`, async () => {
			const texts = await items.allInnerTexts();
			return texts.length === data.results.length ? texts.map((text) => text.trim()) : undefined;
		});
	}

	/** Takes one from an open list. */
	async pick(text: string): Promise<void> {
		await this.page.getByTestId('rlc-item').filter({ hasText: text }).first().click();
		await this.page.getByTestId('rlc-search').waitFor({ state: 'hidden' });
	}

	/** What was taken. */
	async picked(name: string): Promise<string> {
		const locator = this.root.getByTestId(`resource-locator-${name}`);
		return await locator.getByTestId('rlc-input').inputValue();
	}

	/** Names of the fields that are flagged, once there are so many; the panel draws them one by one. */
	async flagged(atLeast: number): Promise<string[]> {
		const flagged = this.root.locator(`.has-issues [${PATH}], [${PATH}].has-issues`);
		const paths = await until(`${atLeast} flagged fields`, async () => {
			const seen = await attributes(flagged, PATH);
			return seen.length >= atLeast ? seen : undefined;
		});
		return paths.map((path) => path.replace(/^.*\./, ''));
	}
}
