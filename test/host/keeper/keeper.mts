import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { KeptBrowsers } from './kept-browsers.mts';
import { KeptHosts } from './kept-hosts.mts';
import { KeptPackages } from './kept-packages.mts';
import type { Answers, Questions } from './questions.mts';

type Handlers = { [Q in keyof Questions]: (body: string) => Promise<Answers[Q]> };

/** What answers a question, of which it is given the text. */
const to =
	<Q extends keyof Questions>(answer: (body: Questions[Q]) => Promise<Answers[Q]>) =>
	async (body: string): Promise<Answers[Q]> =>
		await answer(JSON.parse(body));

/**
 * Keeps what the files of a test run share, for as long as the run lasts: an n8n and a browser for each
 * worker of jest, and the package as it is installed. It lives in jest's own process, and is asked by the
 * workers over HTTP: what a worker starts would end with the file that started it.
 */
export class Keeper {
	private readonly hosts = new KeptHosts();
	private readonly packages = new KeptPackages();
	private readonly browsers = new KeptBrowsers();
	private readonly handlers: Handlers = {
		lend: to<'lend'>((which) => this.hosts.lend(which)),
		log: to<'log'>(async (which) => ({ text: await this.hosts.log(which) })),
		stored: to<'stored'>(async (which) => ({ text: await this.hosts.stored(which) })),
		package: to<'package'>(async ({ n8n }) => ({ folder: await this.packages.folderFor(n8n) })),
		browser: to<'browser'>(async ({ worker }) => await this.browsers.open(worker)),
	};
	private readonly server: Server = createServer((request, response) => {
		const end = (status: number, answer: object) =>
			response.writeHead(status).end(JSON.stringify(answer));
		void text(request)
			.then((body) => this.answer((request.url ?? '').slice(1), body))
			.then(
				(answer) => end(200, answer),
				(error: unknown) => end(500, { error: String(error) }),
			);
	});

	private isQuestion(name: string): name is keyof Questions {
		return Object.hasOwn(this.handlers, name);
	}

	private async answer(question: string, body: string): Promise<object> {
		if (!this.isQuestion(question)) throw new Error(`Nobody answers ${question}.`);
		return await this.handlers[question](body);
	}

	/** Gives its address. */
	async open(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		const address = this.server.address();
		if (typeof address === 'object' && address) return `http://127.0.0.1:${address.port}`;
		throw new Error('The keeper does not listen.');
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
		const ended = await Promise.allSettled([this.browsers.close(), this.hosts.close()]);
		await this.packages.close();
		for (const one of ended) if (one.status === 'rejected') throw one.reason;
	}
}
