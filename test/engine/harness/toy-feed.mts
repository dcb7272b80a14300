import type { IDataObject } from 'n8n-workflow';
import type { Engine } from './engine.mts';
import type { PollHost, PollHostOptions } from './poll-host.mts';
import { GOOD_KEY, type News, startToyServer, type ToyServer } from './toy-server.mts';
import type { WorkflowFile, WorkflowNode } from './workflow-file.mts';

const keyApi = { id: null, name: 'My key' };

const ECHO: WorkflowNode = {
	name: 'Echo',
	type: 'n8n-nodes-toy.echo',
	parameters: { word: '={{ $json.word }}' },
	credentials: { keyApi },
};

/** The toy poller, and behind it a node that sends each word to the toy server. */
export function feedThenEcho(topic: string): WorkflowFile {
	return {
		nodes: [{ name: 'Feed', type: 'n8n-nodes-toy.feedTrigger', parameters: { topic } }, ECHO],
		connections: { Feed: { main: [[{ node: 'Echo', type: 'main', index: 0 }]] } },
	};
}

/** The toy poller with nothing behind it. */
export function feedAlone(topic: string): WorkflowFile {
	const [feed] = feedThenEcho(topic).nodes;
	return { nodes: feed ? [feed] : [], connections: {} };
}

export interface ToyFeed {
	server: ToyServer;
	host: PollHost;
	/** What the next polls that ask the toy server get. */
	next(...news: News[]): void;
	/** What the toy server was asked since the last time. */
	requests(): string[];
	/** What the node has in its static data, as the database holds it. */
	remembered(): unknown;
	/** What the node has in its static data, as the living workflow holds it. */
	inMemory(): unknown;
	close(): Promise<void>;
}

/** A toy service, and an n8n that hosts a workflow which polls it. */
export async function startToyFeed(
	engine: Engine,
	options: PollHostOptions = {},
	workflow: WorkflowFile = feedThenEcho('all'),
): Promise<ToyFeed> {
	const server = await startToyServer();
	const credentials = { keyApi: { key: GOOD_KEY, url: server.url } };
	const host = engine.hostPolls(workflow, { credentials, ...options });
	const ofNode = (data: IDataObject) => data['node:Feed'];
	return {
		server,
		host,
		next: (...news) => void server.news.push(...news),
		requests: () => server.requests.splice(0),
		remembered: () => ofNode(host.staticData()),
		inMemory: () => ofNode(host.memory()),
		async close() {
			await host.close();
			await server.close();
		},
	};
}
