import type { INodeTypeDescription } from 'n8n-workflow';
import { PACKAGE } from '../package/install-package.mts';
import type { RestClient } from '../rest/client.mts';

/** A node as n8n describes it to its editor. */
export async function nodeType(rest: RestClient, name: string): Promise<INodeTypeDescription> {
	const all = await rest.ask<INodeTypeDescription[]>('GET', '/types/nodes.json');
	const type = all.find((one) => one.name === `${PACKAGE}.${name}`);
	if (!type) throw new Error(`n8n knows no node ${name}.`);
	return type;
}
