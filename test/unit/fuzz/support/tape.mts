import { NodeHelpers, type IDataObject, type INode, type INodeParameters } from 'n8n-workflow';
import { pinDate } from '../../../engine/support/pin-date.mts';
import { manualClock } from '../../../sandbox/clock.mts';
import { startSandbox } from '../../../sandbox/server.mts';
import { START } from '../../support/fake-time.mts';
import { liveAccounts } from './live-accounts.mts';
import { runNode } from './node-run.mts';
import { NODES, PLACES, type NodeKey } from './nodes.mts';
import type { Scene } from './scenes.mts';

/** One good answer of the sandbox. */
export interface Taped {
	/** "POST /flexport/logistics/api/2026-02/orders": what it was the answer to. */
	call: string;
	status: number;
	headers: Record<string, string>;
	/** JSON, or the bytes of a file. */
	body: unknown;
}

/** An operation that went well: its parameters, and all answers that it got. */
export interface Tape {
	node: NodeKey;
	operation: string;
	parameters: IDataObject;
	answers: readonly Taped[];
}

/** The method and path of a request, which tell what it is about. */
export const callOf = (method: string | undefined, url: string): string =>
	`${method ?? 'GET'} ${new URL(url).pathname}`;

/** The parameters as n8n completes them: those that show, with their defaults. */
export function completed(node: NodeKey, operation: string, given: IDataObject): IDataObject {
	const { description } = NODES[node];
	const all: INodeParameters = JSON.parse(JSON.stringify({ ...given, operation }));
	const { resource } = PLACES[node];
	const instance: INode = {
		id: 'n1',
		name: 'Node',
		type: description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource, ...all },
	};
	const { properties } = description;
	const { parameters } = instance;
	return {
		...NodeHelpers.getNodeParameters(properties, parameters, true, false, instance, description),
	};
}

/** Plays a scene in a sandbox of its own, and tapes what the sandbox answers. */
export async function record({ node, operation, panel }: Scene): Promise<Tape> {
	const unpin = pinDate(START);
	const clock = manualClock(new Date(START).toISOString());
	const sandbox = await startSandbox({ clock });
	try {
		const accounts = await liveAccounts(sandbox);
		const run = async (key: NodeKey, parameters: IDataObject) => {
			const { operation: name, ...given } = parameters;
			const items = [completed(key, String(name), given)];
			const { url: origin } = sandbox;
			const done = await runNode({
				node: key,
				items,
				continueOnFail: false,
				origin,
				answer: accounts.answer,
			});
			return done.map(({ json }) => json);
		};
		const pass = async (ms: number) => await clock.advance(ms);
		const given = await panel({ sandbox, run, pass });
		accounts.tape.length = 0;
		const parameters = completed(node, operation, given);
		await run(node, { ...given, operation });
		return { node, operation, parameters, answers: [...accounts.tape] };
	} finally {
		await sandbox.close();
		unpin();
	}
}
