/**
 * Code of a trigger that registers itself at the toy server. What the server sees of it
 * (`?trigger/activate`) is the mode and the activation mode. What comes in tells it what to do.
 */
export const TOY_TRIGGER = `
const call = async (context, method, path, body) => {
	const { url } = await context.getCredentials('keyApi');
	const how = context.getActivationMode ? '?' + context.getMode() + '/' + context.getActivationMode() : '';
	return await context.helpers.httpRequest({ method, url: url + path + how, body, json: true });
};
const isThere = async (request) => {
	try { await request; return true; } catch (error) {
		if (error.httpCode === '404' || error.response?.status === 404) return false;
		throw error;
	}
};
exports.BellTrigger = class BellTrigger {
	description = {
		displayName: 'Bell Trigger', name: 'bellTrigger', version: 1, description: 'Rings', group: ['trigger'],
		defaults: { name: 'Bell' }, inputs: [], outputs: ['main'],
		credentials: [{ name: 'keyApi', required: true }],
		webhooks: [{
			name: 'default', httpMethod: 'POST', path: 'bell',
			responseMode: '={{$parameter["respond"]}}', responseData: '={{$parameter["respondWith"]}}',
		}],
		properties: [
			{ displayName: 'Respond', name: 'respond', type: 'string', default: 'onReceived' },
			{ displayName: 'Respond With', name: 'respondWith', type: 'string', default: '' },
			{ displayName: 'Broken', name: 'broken', type: 'boolean', default: false },
		],
	};
	webhookMethods = { default: {
		async checkExists() {
			const { hookId } = this.getWorkflowStaticData('node');
			return await isThere(call(this, 'GET', '/hooks/' + hookId));
		},
		async create() {
			const data = this.getWorkflowStaticData('node');
			const broken = this.getNodeParameter('broken');
			const url = broken ? null : this.getNodeWebhookUrl('default');
			const { id, secret } = await call(this, 'POST', '/hooks', { url });
			Object.assign(data, { hookId: id, secret, count: 0 });
			return true;
		},
		async delete() {
			const data = this.getWorkflowStaticData('node');
			await call(this, 'DELETE', '/hooks/' + data.hookId);
			delete data.hookId;
			return true;
		},
	} };
	async webhook() {
		const data = this.getWorkflowStaticData('node');
		const request = this.getRequestObject();
		const body = this.getBodyData();
		if (request.headers['x-secret'] !== data.secret) {
			this.getResponseObject().status(401).json({ message: 'Who are you?' });
			return { noWebhookResponse: true };
		}
		if (body?.ask === 'throw') throw new Error('Cracked');
		if (body?.ask === 'ping') return {};
		if (body?.ask === 'pong') return { webhookResponse: 'pong' };
		if (body?.ask === 'pair') await call(this, 'GET', '/pair');
		data.count += 1;
		const { path, query, ip, rawBody, rawHeaders } = request;
		const json = {
			body, path, query, ip, count: data.count, mode: this.getMode(),
			raw: rawBody?.toString(), rawHeader: rawHeaders.find((name) => name === 'X-Secret'),
		};
		return { workflowData: [[{ json }]] };
	}
};
`;
