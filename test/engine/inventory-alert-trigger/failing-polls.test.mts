import type { IDataObject } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.mts';
import type { PollHost } from '../harness/index.mts';
import { PAGES, told, useAlertDesk } from '../support/inventory-alert-desk.mts';
import { useQuietTime } from '../support/quiet-time.mts';

const desk = useAlertDesk();
useQuietTime();

const always = { every: 1 } as const;

/** One way in which the API fails for as long as the rule is there, and what a person is told of it. */
interface Trouble {
	what: string;
	rule: FaultRule;
	message: string;
	httpCode?: string;
	failure: object;
}

const TROUBLES: readonly Trouble[] = [
	{
		what: '401',
		rule: { fault: { kind: 'expiredToken' } },
		message: 'Flexport does not accept the API token (HTTP 401)',
		httpCode: '401',
		failure: { cause: 'credential-invalid' },
	},
	{
		what: '403',
		rule: { fault: { kind: 'status', status: 403 } },
		message: 'The API token may not do this (HTTP 403)',
		httpCode: '403',
		failure: { cause: 'credential-invalid' },
	},
	{
		what: '429 that asks for more patience than there is',
		rule: { fault: { kind: 'status', status: 429, retryAfter: 21 } },
		message: 'Flexport keeps asking to slow down (HTTP 429)',
		httpCode: '429',
		failure: { cause: 'rate-limited', retryAfterMs: 21_000 },
	},
	{
		what: '503 that asks for more patience than there is',
		rule: { fault: { kind: 'status', status: 503, retryAfter: 600 } },
		message: 'Flexport is not available at the moment (HTTP 503)',
		httpCode: '503',
		failure: { cause: 'temporarily-unavailable', retryAfterMs: 600_000 },
	},
	{
		what: '429 again and again, which does not say how long',
		rule: { fault: { kind: 'status', status: 429 }, when: always },
		message: 'Flexport keeps asking to slow down (HTTP 429)',
		httpCode: '429',
		failure: { cause: 'rate-limited' },
	},
	{
		what: '500 again and again',
		rule: { fault: { kind: 'status', status: 500 }, when: always },
		message: 'Flexport failed to process the request (HTTP 500)',
		httpCode: '500',
		failure: { cause: 'temporarily-unavailable' },
	},
	{
		what: 'a web page again and again',
		rule: { fault: { kind: 'notJson' }, when: always },
		message: 'Something other than Flexport answered: a page where data belongs (HTTP 200)',
		httpCode: '200',
		failure: { cause: 'temporarily-unavailable' },
	},
	{
		what: 'connections that are cut',
		rule: { fault: { kind: 'cutBefore' }, when: always },
		message: 'Flexport did not answer: the connection was cut',
		failure: { cause: 'temporarily-unavailable' },
	},
];

/** A product fell, and then the API fails, at the first page or in the middle of all. */
async function fallInto(
	{ rule }: Trouble,
	page: number,
): Promise<{ host: PollHost; error: object; kept: IDataObject }> {
	const [mug] = desk.sandbox.flexport.addProducts(950);
	const host = await desk.activeHost();
	if (mug) desk.set(mug, 0);
	const nth = Array.from({ length: 300 }, (_, index) => page + index);
	const when = rule.when === always ? { nth } : { nth: [page] };
	desk.sandbox.faults.add({ ...rule, path: PAGES, when });
	const kept = host.memory();
	return { host, error: await desk.refusal(host.poll()), kept };
}

describe.each(TROUBLES)('$what', (trouble) => {
	const { message, httpCode, failure } = trouble;

	test.each([
		['at the first page', 1],
		['in the middle of the pages', 7],
	])('%s fails the poll, and the next one tells what fell', async (_where, page) => {
		const { host, error, kept } = await fallInto(trouble, page);
		expect(error).toMatchObject({ name: 'NodeApiError', message, failure });
		expect(Reflect.get(error, 'httpCode')).toBe(httpCode ?? null);
		expect(host.outputs()).toEqual([]);
		expect(host.memory()).toEqual(kept);
		desk.sandbox.faults.clear();
		expect(told(await host.poll())).toEqual(['low SKU-00001']);
		expect(await host.poll()).toEqual({});
	});

	test('when the workflow is activated fails that', async () => {
		desk.add('MUG', 0);
		const host = desk.host();
		desk.sandbox.faults.add({ when: always, ...trouble.rule });
		expect(await desk.refusal(host.activate())).toMatchObject({ message, failure });
		desk.sandbox.faults.clear();
		await host.activate();
		expect(told({ items: host.outputs() })).toEqual(['low MUG']);
	});
});

test('a token that lacks the scope fails the activation', async () => {
	const { noScopes } = desk.sandbox.flexport.tokens;
	const host = desk.host({}, { credentials: desk.credentials(noScopes) });
	expect(await desk.refusal(host.activate())).toMatchObject({
		message: 'The API token may not do this (HTTP 403)',
		failure: { cause: 'credential-invalid' },
	});
});

test.each([429, 503])(
	'a %i that asks for more than 20 seconds is not waited for',
	async (status) => {
		desk.add('MUG', 0);
		const host = desk.host();
		desk.sandbox.faults.add({ fault: { kind: 'status', status, retryAfter: 21 } });
		await desk.refusal(host.activate());
		expect(desk.sent()).toEqual([PAGES]);
	},
);

describe('what passes by itself fails nothing', () => {
	test.each<[string, FaultRule]>([
		['a 429 that asks for 20 seconds', { fault: { kind: 'status', status: 429, retryAfter: 20 } }],
		['three 500s', { fault: { kind: 'status', status: 500 }, when: { times: 3 } }],
		['a connection that is cut', { fault: { kind: 'cutBefore' } }],
		['an answer that takes its time', { fault: { kind: 'stall', ms: 25_000 } }],
	])('%s', async (_what, rule) => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost();
		desk.set(mug, 0);
		desk.sandbox.faults.add({ ...rule, path: PAGES });
		expect(told(await host.poll())).toEqual(['low MUG']);
	});
});
