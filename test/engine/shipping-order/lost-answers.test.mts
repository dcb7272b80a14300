import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { useQuietTime } from '../support/quiet-time.mts';
import { refusedAs } from '../support/shipment-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();
useQuietTime();

const POST = 'POST /shipments';
const LOOK = 'GET /shipments/SHOP-1';
const LIST = 'POST /shipments/list';
const goOn = { onError: 'continueRegularOutput' } as const;

const create = (changes: INodeParameters = {}, options = {}) =>
	desk.run(createParameters(changes), options);

const spoil = (fault: Fault, when: { times: number } | { every: number } | 'next' = 'next') =>
	desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when });

/** Ways in which the answer to a create gets lost, and whether its work was done. */
const LOST: Array<[name: string, fault: Fault, isDone: boolean, options: INodeParameters]> = [
	['cut after the work', { kind: 'cutAfter' }, true, {}],
	['cut in the middle of the answer', { kind: 'cutDuring' }, true, {}],
	['cut before the work', { kind: 'cutBefore' }, false, {}],
	['a web page instead', { kind: 'notJson' }, true, {}],
	['a 500', { kind: 'status', status: 500 }, false, {}],
	['a 502 of the gateway', { kind: 'status', status: 502 }, false, {}],
	['a 504 of the gateway', { kind: 'status', status: 504 }, false, {}],
	['no answer in time', { kind: 'stall', ms: 3_600_000 }, true, { timeout: 1 }],
];

describe.each(LOST)('a create whose answer is lost (%s)', (_name, fault, isDone, options) => {
	it('leaves one shipment, which is told as created', async () => {
		spoil(fault);
		expect(onlyItem(await create({ options }))).toMatchObject({
			externalOrderId: 'SHOP-1',
			outcome: 'created',
			message: 'Shipment "SHOP-1" was created.',
		});
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it('is told as created also where existing ones are to fail', async () => {
		spoil(fault);
		const parameters = { options: { ...options, ifExists: 'fail' } };
		expect(onlyItem(await create(parameters)).outcome).toBe('created');
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it('is looked for before anything is sent again', async () => {
		spoil(fault);
		await create({ options });
		expect(desk.sent()).toEqual(isDone ? [POST, LOOK] : [POST, LOOK, LIST, POST]);
	});

	it('is not sent again where the look fails, and the person is told how to go on', async () => {
		spoil(fault);
		desk.sandbox.faults.add({
			method: 'GET',
			fault: { kind: 'status', status: 500 },
			when: { every: 1 },
		});
		const { details } = onlyErrorItem(await create({ options }, goOn));
		expect(details).toMatchObject({
			fix: expect.stringMatching(
				/^Delivery Solutions may or may not have done this\. .*'Look Up First' in Options is safe/,
			),
			transient: true,
		});
		expect(desk.bodies('POST', '/shipments')).toHaveLength(1);
		expect(desk.api.shipments()).toHaveLength(isDone ? 1 : 0);
	});

	it('can be run again as told, and is one shipment then', async () => {
		spoil(fault);
		const look = {
			method: 'GET',
			fault: { kind: 'status', status: 500 },
			when: { every: 1 },
		} as const;
		const healed = desk.sandbox.faults.add(look);
		await create({ options }, goOn);
		healed();
		const again = onlyItem(await create({ options: { lookUpFirst: true } }));
		expect(again.outcome).toBe(isDone ? 'alreadyExisted' : 'created');
		expect(desk.api.shipments()).toHaveLength(1);
	});
});

describe.each([
	['404 NOT_FOUND', refusedAs('NOT_FOUND', 404)],
	['422 INVALID_DATA', refusedAs('INVALID_DATA', 422)],
	['400 INVALID_DATA', refusedAs('INVALID_DATA', 400)],
])('where the API does not take external IDs in a path (%s)', (_name, refusal) => {
	beforeEach(() => {
		desk.sandbox.faults.add({ method: 'GET', path: /SHOP-1$/, fault: refusal, when: { every: 1 } });
	});

	it('the list tells that a lost create was done', async () => {
		spoil({ kind: 'cutAfter' });
		expect(onlyItem(await create()).outcome).toBe('created');
		expect(desk.sent()).toEqual([POST, LOOK, LIST]);
		expect(desk.bodies('POST', '/shipments/list')).toMatchObject([
			{ orderExternalIds: ['SHOP-1'] },
		]);
	});

	it('the list tells that a lost create was not done', async () => {
		spoil({ kind: 'cutBefore' });
		expect(onlyItem(await create()).outcome).toBe('created');
		expect(desk.sent()).toEqual([POST, LOOK, LIST, POST]);
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it('nothing is sent again where the list fails', async () => {
		spoil({ kind: 'cutAfter' });
		desk.sandbox.faults.add({
			method: 'POST',
			path: '/shipments/list',
			fault: { kind: 'status', status: 500 },
			when: { every: 1 },
		});
		expect(seenError(await create()).description).toMatch(/may or may not have done this/);
		expect(desk.bodies('POST', '/shipments')).toHaveLength(1);
	});
});

describe('a look that lags behind, so that the create is sent again', () => {
	/** The look after the first sending does not see what was done. */
	const lag = () => {
		desk.sandbox.faults.add({ method: 'GET', fault: refusedAs('NOT_FOUND', 404) });
		const none = { kind: 'status', status: 200, body: { data: [], paginationToken: {} } } as const;
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments/list', fault: none });
	};

	it.each(['return', 'fail'])('is still told as created (if exists: %s)', async (ifExists) => {
		spoil({ kind: 'cutAfter' });
		lag();
		expect(onlyItem(await create({ options: { ifExists } })).outcome).toBe('created');
		expect(desk.sent()).toEqual([POST, LOOK, LIST, POST, LOOK]);
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it('is not called a shipment of somebody else where no look is possible any more', async () => {
		spoil({ kind: 'cutAfter' });
		lag();
		desk.sandbox.faults.add({
			method: 'GET',
			fault: { kind: 'status', status: 500 },
			when: { every: 1 },
		});
		const { description } = seenError(await create());
		expect(description).toMatch(/may or may not have done this/);
		expect(description).not.toMatch(/[Gg]ive another 'External Order ID'/);
		expect(desk.api.shipments()).toHaveLength(1);
	});
});

it('a lost answer does not pass off a shipment of other content as the one to be made', async () => {
	await create();
	spoil({ kind: 'cutAfter' });
	const different = await create({ recipientName: 'Charles Babbage' });
	expect(seenError(different).message).toContain("its recipient's name differs");
	expect(desk.api.shipments()).toHaveLength(1);
});

it('a create is not sent twice while the connection stays broken', async () => {
	const fault = { kind: 'cutBefore' } as const;
	desk.sandbox.faults.add({ path: /shipments/, fault, when: { every: 1 } });
	const { message, description } = seenError(await create());
	expect(message).toBe('Delivery Solutions did not answer: the connection was cut [item 0]');
	expect(description).toMatch(/^Delivery Solutions may or may not have done this\./);
	expect(desk.bodies('POST', '/shipments')).toHaveLength(1);
});

it('a create that meets server faults again and again is given up after five', async () => {
	spoil({ kind: 'status', status: 500 }, { every: 1 });
	const { details } = onlyErrorItem(await create({}, goOn));
	expect(details).toMatchObject({
		code: 'INTERNAL_SERVER_ERROR',
		httpCode: '500',
		transient: true,
	});
	expect(desk.bodies('POST', '/shipments')).toHaveLength(5);
	expect(desk.api.shipments()).toEqual([]);
});
