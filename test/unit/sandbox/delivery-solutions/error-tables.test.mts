import { ERROR_TABLES } from '../../../sandbox/delivery-solutions/error-tables.mts';
import { closeBenches } from '../helpers.mts';
import { openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const CREATE = [
	['UNAUTHORIZED', 401],
	['INTERNAL_SERVER_ERROR', 500],
	['VALIDATION_ERROR', 400],
	['INVALID_DATA', 422],
	['DUPLICATE_ID', 422],
	['DUPLICATE_NAME', 422],
	['DUPLICATE_RESOURCE', 422],
	['NO_PROVIDER_ASSIGNED', 422],
	['NO_PROVIDER_MATCHED', 422],
	['PLACE_ORDER_FAILED', 422],
	['GEOCODING_FAILED', 422],
	['TOO_MANY_REQUESTS', 429],
	['UNMAPPED_ERROR', 422],
] as const;

const GET = [
	['UNAUTHORIZED', 401],
	['INTERNAL_SERVER_ERROR', 500],
	['INVALID_DATA', 422],
	['NOT_FOUND', 404],
] as const;

const CANCEL = [
	['UNAUTHORIZED', 401],
	['INTERNAL_SERVER_ERROR', 500],
	['NOT_FOUND', 404],
	['CANCELLATION_NOT_ALLOWED', 403],
	['ORDER_CANCELLATION_FAILED', 422],
	['ORDER_ALREADY_CANCELED', 409],
	['TOO_MANY_REQUESTS', 429],
	['UNMAPPED_ERROR', 422],
] as const;

const EDIT = [
	['UNAUTHORIZED', 401],
	['INTERNAL_SERVER_ERROR', 500],
	['INVALID_DATA', 400],
	['VALIDATION_ERROR', 400],
	['NOT_FOUND', 404],
	['NO_PROVIDER_ASSIGNED', 422],
	['NO_PROVIDER_MATCHED', 422],
	['PLACE_ORDER_FAILED', 422],
	['GEOCODING_FAILED', 422],
	['TOO_MANY_REQUESTS', 429],
	['UNMAPPED_ERROR', 422],
] as const;

const HISTORY = [
	['UNAUTHORIZED', 401],
	['INTERNAL_SERVER_ERROR', 500],
] as const;

const RETRY = [
	['UNAUTHORIZED', 401],
	['INTERNAL_SERVER_ERROR', 500],
	['NOT_FOUND', 404],
	['INVALID_DATA', 422],
	['INVALID_OPERATION', 409],
	['NO_PROVIDER_ASSIGNED', 422],
	['NO_PROVIDER_MATCHED', 422],
	['PLACE_ORDER_FAILED', 422],
	['TOO_MANY_REQUESTS', 429],
	['UNMAPPED_ERROR', 422],
] as const;

const TABLES = {
	create: CREATE,
	get: GET,
	cancel: CANCEL,
	edit: EDIT,
	history: HISTORY,
	retry: RETRY,
};
type Told = keyof typeof TABLES;

const call = (operation: Told, orderAttributes: Record<string, unknown>) => {
	if (operation === 'create') {
		return desk.shipping.post('/shipments', shipmentBody({ orderAttributes }));
	}
	const requests = {
		get: ['GET', ''],
		cancel: ['DELETE', ''],
		edit: ['PUT', ''],
		history: ['GET', '/status-history'],
		retry: ['POST', '/retry'],
	} as const;
	const [method, path] = requests[operation];
	const body = operation === 'edit' ? { data: { groupId: 'g' } } : {};
	return desk.shipping.request({ method, url: `/shipments/WEB-1${path}`, ...body });
};

const ROWS = (['create', 'get', 'cancel', 'edit', 'history', 'retry'] as const).flatMap(
	(operation) => TABLES[operation].map(([type, status]) => [operation, type, status] as const),
);

test.each(ROWS)('%s: %s is %i, once, when it is told so', async (operation, type, status) => {
	const orderAttributes = { sandboxFail: `${operation} ${type} x1` };
	if (operation !== 'create') {
		desk.control.addShipment({ orderExternalId: 'WEB-1', status: 'ORDER_FAILED', orderAttributes });
	}
	const { status: answered, data, headers } = await call(operation, orderAttributes);
	expect(answered).toBe(status);
	if (type === 'UNAUTHORIZED') expect(data.response.errors[0].code).toBe('UJ0001');
	else {
		const inner = type === 'INTERNAL_SERVER_ERROR' ? 'SERVER_ERROR' : type;
		expect(data).toMatchObject({ type, message: expect.any(String), errors: [{ type: inner }] });
		expect(headers).toMatchObject({ apierrorcode: type, apierrormsg: data.message });
	}
	expect(desk.control.shipments()).toHaveLength(operation === 'create' ? 0 : 1);
	expect((await call(operation, orderAttributes)).status).toBeLessThan(300);
});

test('the tables are those of the documents, no type more', () => {
	for (const [operation, rows] of Object.entries(TABLES)) {
		const table = Object.entries(ERROR_TABLES).find(([name]) => name === operation)?.[1];
		const listed = Object.entries(table ?? {}).map(([type, [status]]) => [type, status]);
		expect(listed.sort()).toEqual(rows.map((row) => [...row]).sort());
	}
});

const NATURAL: [type: string, status: number, changes: Record<string, unknown>][] = [
	['INVALID_DATA', 422, { locationExternalId: 'nowhere' }],
	['NO_PROVIDER_ASSIGNED', 422, { locationExternalId: 'no-providers' }],
	['NO_PROVIDER_MATCHED', 422, { proposedProviders: [{ name: 'Bike Bob' }] }],
	['NO_PROVIDER_MATCHED', 422, { package: { name: 'a', weight: { value: 151, unit: 'lb' } } }],
	['NO_PROVIDER_MATCHED', 422, { package: { name: 'a', weight: { value: 68.1, unit: 'kg' } } }],
	['GEOCODING_FAILED', 422, { deliveryAddress: { street1: 'a', postalCode: '00000' } }],
];

test.each(NATURAL)('create and edit: %s without being told', async (type, status, changes) => {
	const { status: answered, data } = await desk.shipping.post('/shipments', shipmentBody(changes));
	expect([answered, data.type]).toEqual([status, type]);
	expect(desk.control.shipments()).toEqual([]);
	desk.control.addShipment({ orderExternalId: 'E', status: 'ORDER_FAILED' });
	const edited = await desk.shipping.put('/shipments/E', changes);
	expect([edited.status, edited.data.type]).toEqual([type === 'INVALID_DATA' ? 400 : status, type]);
});

test('150 lb is not too heavy', async () => {
	const parcel = { name: 'a', weight: { value: 150, unit: 'lb' } };
	expect((await desk.shipping.post('/shipments', shipmentBody({ package: parcel }))).status).toBe(
		201,
	);
});

test.each(['DUPLICATE_ID', 'DUPLICATE_NAME', 'DUPLICATE_RESOURCE'] as const)(
	'a second shipment with the same orderExternalId is %s',
	async (type) => {
		desk.control.duplicateType = type;
		await desk.shipping.post('/shipments', shipmentBody());
		const { status, data } = await desk.shipping.post('/shipments', shipmentBody());
		expect([status, data.type]).toEqual([422, type]);
		expect(desk.control.shipments()).toHaveLength(1);
	},
);

test('failures count by order and operation, and follow one another', async () => {
	const orderAttributes = {
		sandboxFail: 'create PLACE_ORDER_FAILED x2; create UNMAPPED_ERROR x1; get NOT_FOUND',
	};
	const types: string[] = [];
	for (let attempt = 0; attempt < 4; attempt += 1) {
		types.push((await call('create', orderAttributes)).data.type ?? 'none');
	}
	expect(types).toEqual(['PLACE_ORDER_FAILED', 'PLACE_ORDER_FAILED', 'UNMAPPED_ERROR', 'none']);
	for (let attempt = 0; attempt < 3; attempt += 1) {
		expect((await call('get', {})).status).toBe(404);
	}
	expect((await call('history', {})).status).toBe(200);
	const other = shipmentBody({ orderExternalId: 'WEB-2', orderAttributes });
	expect((await desk.shipping.post('/shipments', other)).status).toBe(422);
});

const UNKNOWN = 'Order with id, 100% /a#b, is not found';
const encoded = encodeURIComponent('100% /a#b');

test.each([
	['GET', '', `Not Found: ${UNKNOWN}`],
	['PUT', '', UNKNOWN],
	['DELETE', '', UNKNOWN],
	['POST', '/retry', UNKNOWN],
])('%s of an unknown id%s is 404', async (method, path, message) => {
	const url = `/shipments/${encoded}${path}`;
	const { status, data } = await desk.shipping.request({ method, url, data: {} });
	expect([status, data.type, data.message]).toEqual([404, 'NOT_FOUND', message]);
});

test.each(['%20', 'x'.repeat(101)])('the malformed id %s is 422 for get and retry', async (id) => {
	const got = await desk.shipping.get(`/shipments/${id}`);
	expect([got.status, got.data.message]).toEqual([422, 'Invalid data: Invalid Order Id']);
	const retried = await desk.shipping.post(`/shipments/${id}/retry`);
	expect([retried.status, retried.data.message]).toEqual([422, 'Order Id value is invalid']);
	expect((await desk.shipping.delete(`/shipments/${id}`)).status).toBe(404);
	expect((await desk.shipping.get(`/shipments/${id}/status-history`)).data).toEqual([]);
});

test.each([
	['GET', '/nothing', 404],
	['GET', '/shipments', 405],
	['PATCH', '/shipments/1', 405],
	['GET', '/shipments/list', 405],
	['GET', '/shipments/1/retry', 405],
	['GET', '/shipments/%E0%A4%A', 400],
])('%s %s answers %i in one of the two shapes', async (method, url, status) => {
	const answer = await desk.shipping.request({ method, url });
	expect(answer.status).toBe(status);
	const { type, response } = answer.data;
	expect(type ?? response.errors[0].code).toEqual(expect.any(String));
	expect(answer.headers).toMatchObject({ apierrorcode: expect.any(String) });
	expect(answer.headers).not.toHaveProperty('x-correlation-id');
});

test('an id that no header can hold is answered all the same', async () => {
	const { status, data } = await desk.shipping.get(`/shipments/${encodeURIComponent('日本\n')}`);
	expect([status, data.message]).toEqual([404, 'Not Found: Order with id, 日本\n, is not found']);
});
