import type { IDataObject, IWorkflowBase, Workflow } from 'n8n-workflow';
import { n8nWorkflow } from '../n8n.mts';

/** What n8n's database keeps of one workflow. Several processes of n8n may look at the same. */
export class HostDatabase {
	/** What stands in the editor. */
	draft: IWorkflowBase;
	/** The version that is active; deliveries run this one. */
	published: IWorkflowBase | undefined;
	/** Imitates a process that dies before anything is written. */
	losesWrites = false;
	/** The durable cursor of the polling node, as JSON: n8n keeps it apart from the static data. */
	cursorJson: string | undefined;
	private staticJson = '{}';
	private readonly routes = new Map<string, { method: string; path: string; node: string }>();

	constructor(draft: IWorkflowBase) {
		this.draft = draft;
	}

	get staticData(): IDataObject {
		return n8nWorkflow.jsonParse<IDataObject>(this.staticJson);
	}

	set staticData(data: IDataObject) {
		this.staticJson = JSON.stringify(data);
	}

	/** Reads a copy. As with a real database, others get their turn meanwhile. */
	async loadStaticData(): Promise<IDataObject> {
		await this.roundTrip();
		return this.staticData;
	}

	/** Overwrites all of the static data, without a lock: the last one to write wins. */
	async writeStaticData(data: IDataObject): Promise<void> {
		const json = JSON.stringify(data);
		await this.roundTrip();
		if (!this.losesWrites) this.staticJson = json;
	}

	/** Writes a workflow's static data, if it was changed. */
	async saveStaticDataOf(workflow: Workflow): Promise<void> {
		if (workflow.staticData.__dataChanged !== true) return;
		await this.writeStaticData(workflow.staticData);
		workflow.staticData.__dataChanged = false;
	}

	get cursor(): IDataObject | undefined {
		if (this.cursorJson === undefined) return undefined;
		return n8nWorkflow.jsonParse<IDataObject>(this.cursorJson);
	}

	/** Overwrites the durable cursor. */
	async writeCursor(json: string): Promise<void> {
		await this.roundTrip();
		if (!this.losesWrites) this.cursorJson = json;
	}

	addRoute(method: string, path: string, node: string): void {
		this.routes.set(`${method} ${path}`, { method, path, node });
	}

	hasRoute(method: string, path: string): boolean {
		return this.routes.has(`${method} ${path}`);
	}

	methodsOf(path: string): string[] {
		const found = [...this.routes.values()].filter((route) => route.path === path);
		return found.map(({ method }) => method);
	}

	removeRoutes(nodes: string[]): void {
		for (const [key, { node }] of this.routes) if (nodes.includes(node)) this.routes.delete(key);
	}

	private async roundTrip(): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
	}
}
