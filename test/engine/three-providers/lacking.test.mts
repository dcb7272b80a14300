import type { INodeParameters } from 'n8n-workflow';
import { n8nWorkflow } from '../harness/n8n.mts';
import { locator } from '../support/locator.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import {
	CREDENTIAL_OF,
	FULFILLMENT_ORDER,
	PROVIDERS,
	sharedPanel,
	useThreeDesk,
	type Provider,
} from './desk.mts';

const desk = useThreeDesk();

const ORDER = { order: locator('externalId', 'SHOP-1') };

/** What n8n's editor keeps of what was typed: that which it shows. */
function inEditor(typed: INodeParameters): INodeParameters {
	const description = desk.engine.describeNode(FULFILLMENT_ORDER);
	const { getNodeParameters } = n8nWorkflow.NodeHelpers;
	const node = { typeVersion: 1 };
	return getNodeParameters(description.properties, typed, true, false, node, description) ?? {};
}

describe('what only Digital River has is shown for it, and for no other', () => {
	it.each([
		['create', 'currencyCode'],
		['cancel', 'cancelLines'],
		['cancel', 'reason'],
	])('in %s: %s', (operation, parameter) => {
		const showing = PROVIDERS.filter((provider) => parameter in inEditor({ provider, operation }));
		expect(showing).toEqual(['digitalRiver']);
	});
});

it('to look up first is offered where it is not done anyway', () => {
	const offering = PROVIDERS.filter((provider) => {
		const panel = inEditor({ provider, operation: 'create', options: { lookUpFirst: true } });
		return 'lookUpFirst' in Object(panel.options);
	});
	expect(offering).toEqual(['flexport', 'deliverr']);
});

it.each(PROVIDERS)('n8n asks for the credential of %s, and for no other', (provider) => {
	const description = desk.engine.describeNode(FULFILLMENT_ORDER);
	const asked = (description.credentials ?? []).filter((credential) =>
		n8nWorkflow.NodeHelpers.displayParameter(
			{ provider },
			credential,
			{ typeVersion: 1 },
			description,
		),
	);
	expect(asked.map(({ name }) => name)).toEqual([CREDENTIAL_OF[provider]]);
});

const RETRY_FIX = "Choose Flexport or Deliverr as 'Provider', or another 'Operation'.";
const LIST_FIX = "Choose Digital River as 'Provider', or another 'Operation'.";

describe.each<[Provider, string, string, string, INodeParameters]>([
	['digitalRiver', 'retry', "This 'Provider' has no call to retry an order", RETRY_FIX, ORDER],
	['flexport', 'getAll', "This 'Provider' has no list of orders", LIST_FIX, {}],
	['deliverr', 'getAll', "This 'Provider' has no list of orders", LIST_FIX, {}],
])('%s, where a file asks it for %s', (provider, operation, words, fix, more) => {
	it('refuses it in a sentence and says what to do, and sends nothing', async () => {
		const { message, description } = seenError(await desk.run(provider, { operation, ...more }));
		expect(message).toBe(`${words} [item 0]`);
		expect(description).toBe(fix);
		expect(desk.sent()).toEqual([]);
	});

	it('gives an error item that names the parameter', async () => {
		const parameters = { operation, ...more };
		const result = await desk.run(provider, parameters, { onError: 'continueRegularOutput' });
		expect(onlyErrorItem(result).details).toEqual({
			what: words,
			fix,
			field: 'Operation',
		});
	});
});

describe('a provider that the node does not know', () => {
	it.each([
		['another name', 'acme', 'acme'],
		['an expression, which this parameter takes as text', '={{ "deliverr" }}', '{{ "deliverr" }}'],
	])('is refused by its name, and nothing is sent: %s', async (_what, provider, told) => {
		for (const operation of ['create', 'get', 'cancel']) {
			const panel = { ...sharedPanel(desk.sku.flexport), ...ORDER, operation, provider };
			const { message, description } = seenError(await desk.run('flexport', panel));
			expect(message).toBe(`'Provider' is "${told}", which this node does not know [item 0]`);
			expect(description).toBe('Choose one of flexport, deliverr, digitalRiver.');
		}
		expect(desk.sent()).toEqual([]);
	});
});

describe('what was typed for the cancellation of lines at Digital River', () => {
	it.each(['flexport', 'deliverr'] as const)(
		'means nothing for %s, which cancels whole orders',
		async (provider) => {
			await desk.run(provider, sharedPanel(desk.sku[provider]));
			const cancel = {
				operation: 'cancel',
				...ORDER,
				reason: 'why',
				cancelLines: { entries: [{ id: '', quantity: 'many' }] },
			};
			expect(onlyItem(await desk.run(provider, cancel))).toMatchObject({ outcome: 'cancelled' });
			const [sent] = desk.sandbox.log.find('POST', /cancel$/);
			expect(JSON.stringify(sent?.body ?? {})).not.toContain('why');
		},
	);
});

it.each(PROVIDERS)('%s says which credential is missing', async (provider) => {
	const other = provider === 'flexport' ? 'deliverr' : 'flexport';
	const credentials = desk.credentials(other);
	const run = desk.run(provider, { operation: 'get', ...ORDER }, { credentials });
	const said = await run.then(
		({ error }) => error?.message ?? 'It went well',
		(error: unknown) => String(error),
	);
	expect(said).toContain(CREDENTIAL_OF[provider]);
});
