import { createShipment } from '../../../nodes/shared/providers/delivery-solutions/create-shipment.ts';
import type { Json } from '../../../nodes/shared/read.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, scriptedApi, type Step } from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const WANTED = {
	orderExternalId: 'SHOP-1',
	locationExternalId: '7709',
	deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
	deliveryAddress: { street1: '725 Albany Street', postalCode: '02118', countryCode: 'US' },
};
const MADE = { id: 's-1', status: 'REQUEST_RECEIVED', ...WANTED };
const CREATED = answers(201, MADE);
const FOUND = answers(200, MADE);
const DUPLICATE = answers(422, { type: 'DUPLICATE_ID' });
const LOST = answers(502);
const UNKNOWN = answers(404, { type: 'NOT_FOUND' });
/** A look asks for the shipment, and then the list. */
const NONE = [UNKNOWN, answers(200, { data: [] })];

const OPTIONS = { ifExists: 'return', lookUpFirst: false, naming: 'json' } as const;

function create(steps: readonly Step[], bodies: readonly Json[] = [WANTED]) {
	const api = scriptedApi(steps, { takesMs: 50, changes: { service: 'Delivery Solutions' } });
	const work = bodies.map(async (body) => await createShipment(api.session, body, OPTIONS));
	return { api, work: Promise.all(work) };
}

describe('a create that lost its answer and is refused as a duplicate the second time', () => {
	it('is told as created where a look finds it', async () => {
		const { work } = create([LOST, ...NONE, DUPLICATE, FOUND]);
		expect(await finish(work)).toMatchObject([{ shipment: MADE, outcome: 'created' }]);
	});

	it.each([
		['finds nothing', NONE],
		['fails', [answers(403)]],
	])('is in doubt where the look after that %s', async (_how, look) => {
		const { work } = create([LOST, ...NONE, DUPLICATE, ...look]);
		expect((await failureOf(work)).facts).toMatchObject({
			code: 'DUPLICATE_ID',
			httpCode: '422',
			fix: "Delivery Solutions may or may not have done this. Running the item again with 'Look Up First' in Options is safe: it looks for the external order ID before it creates anything.",
		});
	});
});

it('a create that is refused as a duplicate at once, and cannot be looked for, needs another ID', async () => {
	const { work } = create([DUPLICATE, answers(403)]);
	expect((await failureOf(work)).facts.fix).toMatch(/^Give another 'External Order ID'/);
});

describe('an external ID with blanks around it', () => {
	const padded = { ...WANTED, orderExternalId: ' SHOP-1\n' };

	it('is sent without them, as a look would leave them out', async () => {
		const { api, work } = create([CREATED], [padded]);
		expect(await finish(work)).toMatchObject([{ message: 'Shipment "SHOP-1" was created.' }]);
		expect(api.sendings.map(({ options }) => options.body)).toEqual([WANTED]);
	});

	it('is that of another item without them: the two do not meet at the API', async () => {
		const { api, work } = create([CREATED, DUPLICATE, FOUND], [WANTED, padded]);
		expect(await finish(work)).toMatchObject([
			{ outcome: 'created' },
			{ outcome: 'alreadyExisted' },
		]);
		expect(api.mostInFlight()).toBe(1);
	});
});
