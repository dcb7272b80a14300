import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';

interface ToolCall {
	id: string;
	type: 'function';
	function: { name: string; arguments: string };
}

/** A message of OpenAI's chat completions. */
export interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string | null;
	tool_calls?: ToolCall[];
}

interface OfferedTool {
	function: { name: string; description: string; parameters: object };
}

/** A request to complete a chat. */
export interface ChatRequest {
	model: string;
	messages: ChatMessage[];
	tools?: OfferedTool[];
}

/**
 * Stands in for a language model, by OpenAI's protocol. It asks the tools that it is offered for the
 * order in the question, in the order of their names, until one has it, and answers with what that one said.
 */
export class ChatModel {
	readonly requests: ChatRequest[] = [];
	private port = 0;
	private readonly server: Server = createServer((request, response) => {
		void json(request).then((body) => {
			const asked = body as ChatRequest;
			this.requests.push(asked);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(asked, answerTo(asked))));
		});
	});

	/** What goes into the credential's Base URL. */
	get baseUrl(): string {
		return `http://127.0.0.1:${this.port}/v1`;
	}

	async open(): Promise<void> {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
		const address = this.server.address();
		if (typeof address === 'object' && address) this.port = address.port;
	}

	close(): void {
		this.server.close();
		this.server.closeAllConnections();
	}
}

function answerTo({ messages, tools = [] }: ChatRequest): ChatMessage {
	const question = messages.filter(({ role }) => role === 'user').at(-1)?.content ?? '';
	const said = messages.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
	const last = said.at(-1);
	const names = tools.map(({ function: { name } }) => name).sort();
	const next = names[said.length];
	const isFound = last !== undefined && !last.includes('"error":"');
	const [orderNumber] = /SHOP-\d+/.exec(question) ?? [];
	if (isFound || !next || orderNumber === undefined) {
		return { role: 'assistant', content: `The tool said: ${last ?? 'nothing'}` };
	}
	const call = { name: next, arguments: JSON.stringify({ orderNumber }) };
	const id = `call_${said.length + 1}`;
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id, type: 'function', function: call }],
	};
}

const completion = ({ model }: ChatRequest, message: ChatMessage) => ({
	id: 'chatcmpl-1',
	object: 'chat.completion',
	created: 1_700_000_000,
	model,
	choices: [{ index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' }],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
