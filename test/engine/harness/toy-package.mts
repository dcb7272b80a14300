import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TOY_POLLER } from './toy-poller.mts';
import { TOY_TRIGGER } from './toy-trigger.mts';

const PACKAGE = {
	name: 'n8n-nodes-toy',
	version: '1.0.0',
	n8n: {
		n8nNodesApiVersion: 1,
		nodes: ['dist/Echo.node.js', 'dist/BellTrigger.node.js', 'dist/FeedTrigger.node.js'],
		credentials: ['dist/KeyApi.credentials.js', 'dist/TokenApi.credentials.js'],
	},
};

const CODEX = {
	node: 'n8n-nodes-toy.echo',
	nodeVersion: '1.0',
	codexVersion: '1.0',
	categories: ['Miscellaneous'],
	resources: {},
};

const ECHO_NODE = `
const field = (name, type, value, more) => ({ displayName: name, name, type, default: value, ...more });
exports.Echo = class Echo {
	description = {
		displayName: 'Echo', name: 'echo', version: 1, description: 'Sends a word', group: ['output'],
		icon: 'file:echo.svg', defaults: { name: 'Echo' }, inputs: ['main'], outputs: ['main'],
		usableAsTool: true,
		credentials: [
			{ name: 'keyApi', required: true, displayOptions: { show: { login: ['keyApi'] } } },
			{ name: 'tokenApi', required: true, displayOptions: { show: { login: ['tokenApi'] } } },
		],
		properties: [
			field('login', 'string', 'keyApi'),
			field('word', 'string', '', { required: true }),
			field('waitMs', 'number', 0),
		],
	};
	methods = { listSearch: { async words(filter, paginationToken) {
		const { url } = await this.getCredentials('keyApi');
		const page = Number(paginationToken || 1);
		const word = [filter, this.getCurrentNodeParameter('word'), page].join('-');
		return { results: [{ name: word, value: url }], paginationToken: page + 1 };
	} } };
	async execute() {
		const out = [];
		for (let i = 0; i < this.getInputData().length; i++) {
			const login = this.getNodeParameter('login', i);
			const { url } = await this.getCredentials(login, i);
			try {
				const wait = this.getNodeParameter('waitMs', i);
				await new Promise((done) => {
					const timer = setTimeout(done, wait);
					this.getExecutionCancelSignal()?.addEventListener('abort', () => { clearTimeout(timer); done(); });
				});
				const word = this.getNodeParameter('word', i);
				this.logger.info('sending ' + word);
				const json = await this.helpers.httpRequestWithAuthentication.call(this, login, {
					method: 'POST', url: url + '/echo', body: { word }, json: true,
				});
				out.push({ json, pairedItem: { item: i } });
			} catch (error) {
				if (!this.continueOnFail()) throw error;
				out.push({
					json: { error: 'Refused [item ' + i + ']', details: { httpCode: error.httpCode } },
					pairedItem: { item: i },
				});
			}
		}
		return [out];
	}
};
`;

const KEY_CREDENTIAL = `
exports.KeyApi = class KeyApi {
	name = 'keyApi';
	displayName = 'Key API';
	properties = [
		{ displayName: 'Key', name: 'key', type: 'string', default: '' },
		{ displayName: 'Name of the Key', name: 'keyName', type: 'string', default: 'demo' },
		{ displayName: 'URL', name: 'url', type: 'string', default: '' },
	];
	authenticate = { type: 'generic', properties: {
		headers: { Authorization: '=Bearer {{$credentials.key}}' },
		qs: { '={{$credentials.keyName}}': 'yes' },
	} };
	test = {
		request: { baseURL: '={{$credentials.url}}', url: '/me' },
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'The key is wrong' } }],
	};
};
`;

const TOKEN_CREDENTIAL = `
exports.TokenApi = class TokenApi {
	name = 'tokenApi';
	displayName = 'Token API';
	properties = [
		{ displayName: 'Token', name: 'token', type: 'hidden', typeOptions: { expirable: true }, default: '' },
		{ displayName: 'URL', name: 'url', type: 'string', default: '' },
	];
	async preAuthentication(credentials) {
		return await this.helpers.httpRequest({ method: 'POST', url: credentials.url + '/token', json: true });
	}
	async authenticate(credentials, request) {
		return { ...request, headers: { ...request.headers, 'x-token': credentials.token } };
	}
};
`;

const FILES: Record<string, string> = {
	'package.json': JSON.stringify(PACKAGE),
	'dist/Echo.node.js': ECHO_NODE,
	'dist/BellTrigger.node.js': TOY_TRIGGER,
	'dist/FeedTrigger.node.js': TOY_POLLER,
	'dist/Echo.node.json': JSON.stringify(CODEX),
	'dist/echo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'dist/KeyApi.credentials.js': KEY_CREDENTIAL,
	'dist/TokenApi.credentials.js': TOKEN_CREDENTIAL,
};

/** Writes a small community package (a node, two triggers, two credentials) into a new temporary folder. */
export function writeToyPackage(): { directory: string; remove(): void } {
	const directory = mkdtempSync(join(tmpdir(), 'n8n-nodes-toy-'));
	for (const [path, text] of Object.entries(FILES)) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), text);
	}
	return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
