import type { GenericValue, IDataObject } from 'n8n-workflow';
import { settingsOf } from '../../../nodes/OrderStatusTrigger/settings.ts';
import { WEBHOOK_PROVIDERS } from '../../../nodes/shared/providers/webhook-systems.ts';
import { factsOf } from '../support/failing.mts';
import { hookContext } from '../support/trigger-context.mts';

const read = (parameters: IDataObject) =>
	settingsOf(hookContext({ parameters: { provider: 'flexport', events: [], ...parameters } }).ctx);

const refusal = (parameters: IDataObject) => factsOf(() => read(parameters));

describe('the events', () => {
	it.each<[string, GenericValue]>([
		['chosen', ['Order.Shipped', 'Order.Cancelled']],
		['of an expression that gives text', 'Order.Shipped,Order.Cancelled'],
		['of an expression that gives text with spaces', ' Order.Shipped , Order.Cancelled '],
		['with spaces in the list', [' Order.Shipped', 'Order.Cancelled ']],
		['with empty ones among them', ['', 'Order.Shipped', ' ', 'Order.Cancelled', null]],
		['with one twice', ['Order.Shipped', 'Order.Cancelled', 'Order.Shipped']],
	])('are those that were %s', (_how, events) => {
		expect(read({ events })).toMatchObject({
			types: ['Order.Shipped', 'Order.Cancelled'],
			wantsAll: false,
		});
	});

	it.each<[string, GenericValue]>([
		['an empty list', []],
		['empty text', ''],
		['spaces', '  '],
		['null', null],
		['a number', 5],
		['an object', { a: 1 }],
	])('are none for %s', (_what, events) => {
		expect(read({ events })).toMatchObject({ types: [], wantsAll: false });
	});

	it.each([[['*']], ['*'], [['*', 'Order.Shipped']], [['*', 'of.another']]])(
		'are all that the provider documents for %j',
		(events) => {
			const { types, wantsAll, system } = read({ events });
			expect(wantsAll).toBe(true);
			expect(types).toEqual(system.eventTypes.map(({ value }) => value));
		},
	);

	it.each(WEBHOOK_PROVIDERS)('can be every one that the panel offers: %s', (provider) => {
		const { system } = read({ provider });
		const events = system.eventTypes.map(({ value }) => value);
		expect(read({ provider, events }).types).toEqual(events);
	});

	it.each([
		['deliverr', ['Order.Shipped'], 'Order.Shipped', 'Deliverr'],
		['flexport', ['Order.Shipped', 'ORDER_STATUS_UPDATE'], 'ORDER_STATUS_UPDATE', 'Flexport'],
		['flexport', ['order.shipped'], 'order.shipped', 'Flexport'],
		['digitalRiver', ['order'], 'order', 'Digital River'],
		['deliverySolutions', ['__proto__'], '__proto__', 'Delivery Solutions'],
	])('may not be of another provider: %s, %j', (provider, events, named, service) => {
		const { what, fix, field } = refusal({ provider, events });
		expect(what).toBe(`'Events' has "${named}", which ${service} does not send`);
		expect(fix).toMatch(/^Choose the events again: /);
		expect(field).toBe('Events');
	});
});

describe('other event types', () => {
	const withOthers = (otherEvents: GenericValue, events: string[] = ['Order.Shipped']) =>
		read({ events, options: { otherEvents } });

	it.each([
		['one', 'Order.Held', ['Order.Held']],
		['two with spaces', ' Order.Held , Order.Delivered ', ['Order.Held', 'Order.Delivered']],
		['one twice', 'Order.Held,Order.Held', ['Order.Held']],
		['one that was chosen as well', 'Order.Shipped', []],
		['commas', ', ,,', []],
		['nothing', '', []],
		['spaces', '   ', []],
	])('are added to those that were chosen: %s', (_what, otherEvents, added) => {
		expect(withOthers(otherEvents).types).toEqual(['Order.Shipped', ...added]);
	});

	it('are enough, if nothing was chosen', () => {
		expect(withOthers('Order.Held', []).types).toEqual(['Order.Held']);
	});

	it('come on top of all events', () => {
		const { types, system } = withOthers('Order.Held', ['*']);
		expect(types).toHaveLength(system.eventTypes.length + 1);
		expect(types).toContain('Order.Held');
	});

	it.each([[['Order.Held']], [{ type: 'Order.Held' }]])(
		'are not silently left out if they are no text: %j',
		(otherEvents) => {
			expect(factsOf(() => withOthers(otherEvents)).what).toMatch(
				/^'Other Event Types' is .+ but must be text$/,
			);
		},
	);
});

describe('the options', () => {
	const DEFAULTS = {
		statuses: [],
		includeOrder: false,
		simplify: true,
		includeHeaders: false,
		dropRedeliveries: true,
		toleranceMs: 300_000,
	};

	it.each<[string, GenericValue]>([
		['none', {}],
		['empty text', ''],
		['null', null],
		['a list', []],
		['what an expression gives that failed', 'undefined'],
	])('are at their defaults for %s', (_what, options) => {
		expect(read({ options })).toMatchObject(DEFAULTS);
	});

	it.each<[IDataObject, object]>([
		[{ includeOrder: true }, { includeOrder: true }],
		[{ includeOrder: 'true' }, { includeOrder: true }],
		[{ includeOrder: 'yes' }, { includeOrder: false }],
		[{ simplify: false }, { simplify: false }],
		[{ simplify: 'FALSE' }, { simplify: false }],
		[{ includeHeaders: ' true ' }, { includeHeaders: true }],
		[{ dropRedeliveries: false }, { dropRedeliveries: false }],
		[{ dropRedeliveries: 'false' }, { dropRedeliveries: false }],
		[{ dropRedeliveries: 0 }, { dropRedeliveries: true }],
		[{ statuses: ['shipped'] }, { statuses: ['shipped'] }],
		[{ statuses: 'shipped, cancelled' }, { statuses: ['shipped', 'cancelled'] }],
		[{ statuses: null }, { statuses: [] }],
		[{ signatureTolerance: 60 }, { toleranceMs: 60_000 }],
		[{ signatureTolerance: '60' }, { toleranceMs: 60_000 }],
		[{ signatureTolerance: 'an hour' }, { toleranceMs: 300_000 }],
		[{ signatureTolerance: '' }, { toleranceMs: 300_000 }],
	])('%j means %j', (options, expected) => {
		expect(read({ options })).toMatchObject({ ...DEFAULTS, ...expected });
	});

	it.each([Infinity, NaN, 'Infinity'])(
		'cannot make the tolerance of a signature endless: %s',
		(signatureTolerance) => {
			expect(read({ options: { signatureTolerance } }).toleranceMs).toBe(300_000);
		},
	);
});

describe('the provider', () => {
	it.each(['', 'amazon', 'Flexport', 'constructor', '__proto__', null, ['flexport']])(
		'is one that the panel offers: not %j',
		(provider) => {
			expect(refusal({ provider }).field).toBe('Provider');
		},
	);
});
