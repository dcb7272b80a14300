import { ChatModel } from './examples/chat-model.mts';
import { orderAtFlexport } from './examples/flexport-orders.mts';
import { useReports } from './examples/reports.mts';
import { sendTo } from './examples/send.mts';
import { switchedOn } from './examples/switched-on.mts';
import { useExamples } from './examples/use-examples.mts';
import { withCredential } from './examples/with-credential.mts';
import { saveCredential } from './rest/credentials.mts';
import { executionsOf, readExecution, untilFinished, type Execution } from './rest/executions.mts';
import { startRun } from './rest/run.mts';
import { readWorkflow, deactivate, type WorkflowFile } from './rest/workflows.mts';
import { until } from './support/until.mts';
import { useHost } from './support/use-host.mts';

const desk = useHost();
const examples = useExamples(desk, 'examples-chat');
const reports = useReports();

let sku = '';
beforeAll(() => {
	const inventory = { DEFAULT: { onHand: 1000 } };
	const mug = desk.sandbox.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG', inventory });
	sku = mug.logisticsSku;
});
beforeEach(() => desk.sandbox.log.clear());

describe('cancel from the chat', () => {
	const NAME = 'flexport-cancel-from-chat';
	const TOKEN = { name: 'Authorization', value: 'Token a-token-of-the-chat-000000000000' };
	let id = '';

	/** With the credential chosen that its note speaks of. */
	let locked: WorkflowFile;
	beforeAll(async () => {
		const token = await saveCredential(desk.rest, 'httpHeaderAuth', 'Chat command', TOKEN);
		locked = withCredential(examples.file(NAME), 'Chat command', 'httpHeaderAuth', token);
	});

	const cancels = () => desk.sandbox.log.find('POST', /\/cancel$/).length;

	/** Writes the command into the chat. Gives the status and the text of the answer. */
	async function say(text: string, token = TOKEN.value) {
		const url = `${desk.host.webhookUrl}/webhook/cancel-order`;
		return await sendTo(url, { text, user_name: 'ada' }, { [TOKEN.name]: token });
	}

	const untilWaiting = async () =>
		await until('it waits', async () => {
			const last = (await executionsOf(desk.rest, id)).at(-1);
			return last?.status === 'waiting' || undefined;
		});

	/** Asks for a cancellation. Gives the link in the answer, when n8n has come to wait for it. */
	async function ask(number: string): Promise<string> {
		const { text } = await say(`/cancel ${number}`);
		expect(text).toMatch(new RegExp(`Order ${number} is p\\w+ at Flexport`));
		await untilWaiting();
		return /http[^"\s]+/.exec(text)?.[0] ?? '';
	}

	/** Opens the page as a browser does. */
	const open = async (link: string) => {
		const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0' };
		return await (await fetch(link, { headers })).text();
	};

	/** Sends the answer on the page. Gives what the page then shows. */
	async function answer(link: string, choice: string): Promise<string> {
		const body = new FormData();
		body.set('field-0', choice);
		return await (await fetch(link, { method: 'POST', body })).text();
	}

	const chat = async () =>
		await until('a message in the chat', () => reports.of('Tell the chat')[0]?.told.text);

	const order = (number: string) => orderAtFlexport(desk, { number, company: '', sku });

	it('a click on Execute workflow asks on a page, and nothing is cancelled by that', async () => {
		await order('SHOP-1001');
		({ id } = await examples.save(NAME));
		const execution = await startRun(desk.rest, id, 'Chat command');
		await untilWaiting();
		const { runData, output } = await readExecution(desk.rest, execution);
		expect(Object.keys(runData)).toContain('Wait for a confirmation');
		expect(output('Answer: please confirm')).toMatchObject([{ externalOrderId: 'SHOP-1001' }]);
		expect(cancels()).toBe(0);
	});

	it('it cannot be published for everybody on the internet', async () => {
		await expect(examples.publish(NAME)).rejects.toThrow(
			/Missing required credential: httpHeaderAuth/,
		);
	});

	it('published, it lets in who has the token, and cancels after a Yes', async () => {
		await order('CHAT-1');
		({ id } = await examples.publishChanged(locked));
		expect(await say('/cancel CHAT-1', 'guessed')).toMatchObject({ status: 403 });
		const link = await ask('CHAT-1');
		expect(await open(link)).toMatch(/Cancel order CHAT-1\?/);
		expect(cancels()).toBe(0);
		expect(await answer(link, 'Yes, cancel it')).toMatch(/CHAT-1.* was cancelled/);
		expect(cancels()).toBe(1);
		expect(desk.sandbox.flexport.order('CHAT-1')?.state.internalStatus).toBe('CANCELLED');
		await deactivate(desk.rest, id);
	});

	describe('with an account in the chat', () => {
		/** A second is enough here for who does not answer. */
		const hurried = (file: WorkflowFile, wait: object = {}): WorkflowFile => ({
			...file,
			nodes: file.nodes.map((node) => ({
				...node,
				parameters: node.type.endsWith('.wait') ? { ...node.parameters, ...wait } : node.parameters,
			})),
		});
		const publish = async (wait?: object) => {
			const file = switchedOn(hurried(locked, wait), reports.url);
			({ id } = await examples.publishChanged(file));
		};
		afterEach(() => deactivate(desk.rest, id));

		it('a No cancels nothing', async () => {
			await order('CHAT-2');
			await publish();
			const link = await ask('CHAT-2');
			expect(await answer(link, 'No, leave it')).toMatch(/CHAT-2 was left alone/);
			expect(await chat()).toBe('Order CHAT-2 was left alone. (asked by ada)');
			expect(cancels()).toBe(0);
		});

		it('no answer in time cancels nothing, and an answer after that neither', async () => {
			await order('CHAT-3');
			await publish({ resumeAmount: 1, resumeUnit: 'seconds' });
			const link = await ask('CHAT-3');
			const [execution] = await executionsOf(desk.rest, id);
			// n8n looks once a minute for who has waited long enough.
			const { status } = await untilFinished(desk.rest, execution?.id ?? '');
			expect(status).toBe('success');
			expect(await chat()).toMatch(/^Nobody confirmed within 10 minutes, so order CHAT-3 was not/);
			await answer(link, 'Yes, cancel it');
			expect(cancels()).toBe(0);
		});

		it('an order that is not there or has shipped is answered at once', async () => {
			await order('CHAT-4');
			desk.sandbox.flexport.setOrder('CHAT-4', { internalStatus: 'SHIPPED' });
			await publish();
			expect((await say('/cancel NONE-1')).text).toMatch(/no order with the external order ID/);
			expect((await say('/cancel')).text).toMatch(/cancel/);
			expect((await say('/cancel CHAT-4')).text).toMatch(/CHAT-4 is shipped, so there is nothing/);
			expect(cancels()).toBe(0);
		});

		it('an order that ships before the Yes is not cancelled, and the page says so', async () => {
			await order('CHAT-5');
			await publish();
			const link = await ask('CHAT-5');
			desk.sandbox.flexport.setOrder('CHAT-5', { internalStatus: 'SHIPPED' });
			expect(await answer(link, 'Yes, cancel it')).toMatch(/cannot be cancelled.*shipped/);
			expect(await chat()).toMatch(/CHAT-5" cannot be cancelled/);
		});
	});
});

describe('an AI agent that answers where an order is', () => {
	const NAME = 'ai-agent-where-is-my-order';
	const model = new ChatModel();

	beforeAll(async () => {
		await model.open();
		const fields = { apiKey: 'a-key-for-the-test', url: model.baseUrl };
		await saveCredential(desk.rest, 'openAiApi', 'OpenAI account', fields);
	});
	afterAll(() => model.close());

	/** Writes into the chat of the editor. */
	async function question(chatInput: string): Promise<Execution> {
		const { id } = await examples.save(NAME);
		const workflowData = await readWorkflow(desk.rest, id);
		const item = { json: { sessionId: 'chat', action: 'sendMessage', chatInput } };
		const data = {
			startTime: 0,
			executionTime: 0,
			executionIndex: 0,
			source: [],
			data: { main: [[item]] },
		};
		const { executionId } = await desk.rest.call<{ executionId: string }>(
			'POST',
			`/workflows/${id}/run`,
			{ workflowData, triggerToStartFrom: { name: 'Question', data } },
		);
		const done = await untilFinished(desk.rest, executionId);
		expect([done.status, done.error]).toEqual(['success', undefined]);
		return done;
	}

	it('offers two tools that read', async () => {
		await question('Hello');
		const [{ tools = [] } = { tools: [] }] = model.requests;
		const offered = tools.map(({ function: { name, description } }) => [name, description]);
		expect(offered.sort()).toEqual([
			['Order_at_Flexport', expect.stringMatching(/^Looks up an order at Flexport/)],
			['Shipment_at_Delivery_Solutions', expect.stringMatching(/^Looks up a shipment/)],
		]);
		expect(tools.map(({ function: { parameters } }) => parameters)).toMatchObject([
			{ required: ['orderNumber'] },
			{ required: ['orderNumber'] },
		]);
	});

	it('answers with what Flexport says of an order', async () => {
		await orderAtFlexport(desk, { number: 'SHOP-501', company: '', sku });
		desk.sandbox.flexport.setOrder('SHOP-501', { internalStatus: 'SHIPPED' });
		const { output } = await question('Where is SHOP-501?');
		expect(output('Answer the question')).toMatchObject([
			{ output: expect.stringMatching(/"externalOrderId":"SHOP-501".*"status":"shipped"/) },
		]);
	});

	it('asks Delivery Solutions for what Flexport does not have', async () => {
		desk.sandbox.deliverySolutions.addShipment({
			orderExternalId: 'SHOP-502',
			status: 'OUT_FOR_DELIVERY',
		});
		const { output } = await question('And SHOP-502?');
		expect(output('Answer the question')).toMatchObject([
			{ output: expect.stringMatching(/"externalOrderId":"SHOP-502"/) },
		]);
	});

	it('hears from both that there is no such order', async () => {
		const { output } = await question('Where is SHOP-999?');
		expect(output('Answer the question')).toMatchObject([
			{ output: expect.stringMatching(/Delivery Solutions has no shipment.*"fix":"Check the ID/) },
		]);
	});
});

it('those were all', () => {
	expect(examples.untried()).toEqual([]);
});
