import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import type { Panel } from './panel.mts';
import { ShownFields, type Field } from './shown.mts';

/** Drop-downs of one node. One that offers the same as before is not opened again. */
export class Menus {
	private readonly seen = new Set<string>();

	constructor(
		private readonly panel: Panel,
		private readonly type: INodeTypeDescription,
	) {}

	/** Opens every drop-down among these fields, and checks that it offers what the node describes. */
	async expectChoices(fields: readonly Field[], parameters: INodeParameters): Promise<void> {
		const { panel } = this;
		for (const { path, property } of fields) {
			if (!/^(multiO|o)ptions$/.test(property.type)) continue;
			const names = this.namesOf({ path, property }, parameters);
			if (!this.isNew(path, names)) continue;
			const offered = await panel.namesIn(panel.at(path));
			expect([path, offered]).toEqual([path, names]);
		}
	}

	/** The same of every "Add field", where nothing has been added yet. */
	async expectAddable(fields: readonly Field[], parameters: INodeParameters): Promise<void> {
		const { panel } = this;
		const adders = await panel.root.getByTestId('collection-parameter-add').all();
		const collections = fields.filter(({ property }) => property.type === 'collection');
		expect(adders).toHaveLength(collections.length);
		for (const [index, adder] of adders.entries()) {
			const collection = collections[index];
			if (!collection) continue;
			const names = this.namesOf(collection, parameters);
			if (!this.isNew(collection.path, names)) continue;
			// What is the only one, n8n adds at a press of the button, without a menu.
			if (names.length === 1 && (await adder.locator('.el-select__caret').count()) === 0) {
				await adder.getByRole('button').or(adder).first().waitFor();
				continue;
			}
			const offered = await panel.namesIn(adder);
			expect([collection.path, offered]).toEqual([collection.path, names]);
		}
	}

	/** What a drop-down is to offer. One that offers nothing is a fault, wherever it is. */
	private namesOf({ path, property }: Field, parameters: INodeParameters): string[] {
		const shown = new ShownFields(this.type, parameters);
		const names = (property.options ?? [])
			.filter((option) => shown.isShown(option))
			.map((option) => ('displayName' in option ? option.displayName : option.name));
		expect([path, names]).not.toEqual([path, []]);
		expect(names.filter((name) => name.trim() === '')).toEqual([]);
		return names;
	}

	private isNew(path: string, names: readonly string[]): boolean {
		const key = JSON.stringify([path, names]);
		const isNew = !this.seen.has(key);
		this.seen.add(key);
		return isNew;
	}
}
