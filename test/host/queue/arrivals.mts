import { createServer } from 'node:http';
import type { INode } from 'n8n-workflow';
import { node } from '../workflows/build.mts';

/** Where workflows report to, so that a test sees what really came through, at once. */
export class Arrivals {
	private readonly seen = new Map<string, string[]>();
	private url = '';
	private readonly server = createServer((incoming, answer) => {
		const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
		this.at(pathname.slice(1)).push(searchParams.get('event') ?? '');
		answer.end('{}');
	});

	async open(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		const address = this.server.address();
		if (typeof address === 'object' && address) this.url = `http://127.0.0.1:${address.port}`;
	}

	/** Ids of the events that came through a workflow, in their order. */
	at(name: string): string[] {
		const events = this.seen.get(name) ?? [];
		this.seen.set(name, events);
		return events;
	}

	/** The node that reports. */
	reporter(name: string): INode {
		const url = `=${this.url}/${name}?event={{ $json.eventId }}`;
		return node('Report', 'httpRequest', { url, options: {} }, { typeVersion: 4.2 });
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
