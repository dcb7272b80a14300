import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { IDataObject } from 'n8n-workflow';

/** A file that came with a report. */
export interface ReportedFile {
	name: string;
	type: string;
	bytes: Buffer;
}

/** What a node for mail, chat or a table was given. */
export interface Report {
	/** Its name. */
	node: string;
	/** The item that came in. */
	item: IDataObject;
	/** Its parameters as n8n has worked them out, by their path, e.g. `columns.mappingMode`. */
	told: Record<string, string>;
	/** Files by the name of the field. */
	files: Record<string, ReportedFile>;
}

async function readReport(request: IncomingMessage): Promise<Report> {
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	const form = await new Response(await buffer(request), { headers }).formData();
	const report: Report = {
		node: decodeURIComponent((request.url ?? '/').slice(1)),
		item: {},
		told: {},
		files: {},
	};
	for (const [name, value] of form.entries()) {
		if (typeof value === 'string') report.told[name] = value;
		else {
			const bytes = Buffer.from(await value.arrayBuffer());
			report.files[name] = { name: value.name, type: value.type, bytes };
		}
	}
	const { item = '{}', ...told } = report.told;
	return { ...report, told, item: JSON.parse(item) };
}

/** A server of this machine to which `switchedOn` sends what would have gone to mail, chat or a table. */
export class Reports {
	private reports: Report[] = [];
	private readonly server: Server = createServer((request, response) => {
		void readReport(request).then((report) => {
			this.reports.push(report);
			response.setHeader('content-type', 'application/json');
			response.end('{}');
		});
	});
	private port = 0;

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async open(): Promise<void> {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
		this.port = addressOf(this.server).port;
	}

	/** Of a node, in the order of their arrival. */
	of(node: string): Report[] {
		return this.reports.filter((report) => report.node === node);
	}

	/** How many of each node. */
	counts(): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const { node } of this.reports) counts[node] = (counts[node] ?? 0) + 1;
		return counts;
	}

	clear(): void {
		this.reports = [];
	}

	close(): void {
		this.server.close();
		this.server.closeAllConnections();
	}
}

function addressOf(server: Server): AddressInfo {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('It does not listen.');
	return address;
}

/** Reports for the tests of a file, which begin each with none. */
export function useReports(): Reports {
	const reports = new Reports();
	beforeAll(() => reports.open());
	beforeEach(() => reports.clear());
	afterAll(() => reports.close());
	return reports;
}
