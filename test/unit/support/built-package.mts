import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type {
	ICredentialType,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

const ROOT = process.cwd();

/** package.json, as far as tests ask for it. */
export interface Manifest {
	name: string;
	main: string;
	files: string[];
	dependencies?: Record<string, string>;
	peerDependencies: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

export function inRoot(file: string): string {
	return path.join(ROOT, file);
}

export function readText(file: string): string {
	return readFileSync(inRoot(file), 'utf8');
}

export function readManifest(): Manifest {
	return JSON.parse(readText('package.json'));
}

/** A file of the package, loaded as n8n loads it. */
export function load<T = unknown>(file: string): Record<string, new () => T> {
	return createRequire(inRoot('package.json'))(inRoot(file));
}

/** "dist/nodes/Product/Product.node.js" -> "Product". n8n takes the class of this name. */
export function classIn(file: string): string {
	return path.basename(file).split('.')[0] ?? '';
}

export interface BuiltNode {
	/** The class, and the name of the folder. */
	name: string;
	/** The folder in dist. */
	folder: string;
	node: INodeType;
}

/** The nodes of the built package that package.json names. */
export function builtNodes(): BuiltNode[] {
	if (!existsSync(inRoot('dist'))) throw new Error('There is no dist: run "npm run build" first');
	return readManifest().n8n.nodes.map((file) => ({
		name: classIn(file),
		folder: path.dirname(file),
		node: make<INodeType>(file),
	}));
}

/** Whether a node starts workflows, and has no operations. */
export function isTrigger({ node }: BuiltNode): boolean {
	return node.description.group.includes('trigger');
}

/** The credentials of the built package that package.json names. */
export function builtCredentials(): Array<{ folder: string; credential: ICredentialType }> {
	return readManifest().n8n.credentials.map((file) => ({
		folder: path.dirname(file),
		credential: make<ICredentialType>(file),
	}));
}

function make<T>(file: string): T {
	const name = classIn(file);
	const { [name]: Type } = load<T>(file);
	if (!Type) throw new Error(`${file} has no class ${name}`);
	return new Type();
}

/** The value of the one resource that a node is about. */
export function resourceOf({ description }: INodeType): string {
	const resource = description.properties.find(({ name }) => name === 'resource');
	const [option, ...others] = resource?.options ?? [];
	if (!option || !('value' in option) || others.length > 0) {
		throw new Error(`${description.name} has not one resource`);
	}
	return String(option.value);
}

/** The choices of drop-downs. */
export function choicesIn(properties: readonly INodeProperties[]): INodePropertyOptions[] {
	return properties.flatMap(({ options = [] }) =>
		options.filter((option): option is INodePropertyOptions => 'value' in option),
	);
}

/** The drop-downs of operations: one, or several that show under different conditions. */
export function operationListsOf({ description }: INodeType): INodeProperties[] {
	return description.properties.filter(({ name }) => name === 'operation');
}

/** The operations that a node offers under any condition, each once. */
export function operationsOf(node: INodeType): INodePropertyOptions[] {
	const all = choicesIn(operationListsOf(node));
	return all.filter(({ value }, at) => all.findIndex((other) => other.value === value) === at);
}
