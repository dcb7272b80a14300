/**
 * Code of a polling node that asks the toy server for news. What the server sees of it
 * (`/feed/all?trigger/activate`) is its topic, the mode and the activation mode; what it gets for an
 * answer tells it what to do. The topics "silence" and "noise" ask nobody.
 */
export const TOY_POLLER = `
exports.FeedTrigger = class FeedTrigger {
	description = {
		displayName: 'Feed Trigger', name: 'feedTrigger', version: 1, description: 'Asks for news', group: ['trigger'],
		polling: true, defaults: { name: 'Feed' }, inputs: [], outputs: ['main'],
		credentials: [{ name: 'keyApi', required: true }],
		properties: [{ displayName: 'Topic', name: 'topic', type: 'string', default: 'all' }],
	};
	async poll() {
		const data = this.getWorkflowStaticData('node');
		const asked = (data.asked ?? 0) + 1;
		data.asked = asked;
		const topic = this.getNodeParameter('topic');
		if (topic === 'silence') return null;
		if (topic === 'noise') return [[{ json: { asked } }]];
		const { url } = await this.getCredentials('keyApi');
		const ask = (path) => this.helpers.httpRequest({ url: url + path, json: true });
		const { words, crack, pair } = await ask('/feed/' + topic + '?' + this.getMode() + '/' + this.getActivationMode());
		if (pair) await ask('/pair');
		if (crack) throw new Error(crack);
		if (!words) return null;
		const budget = this.getPollBudgetMs();
		return [words.map((word) => ({ json: { word, asked, budget } }))];
	}
};
`;
