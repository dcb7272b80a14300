import { gzipSync } from 'node:zlib';
import { OUTPUT_KEYS, useTriggerDesk } from '../support/trigger-desk.mts';
import { sealed } from './answers-sealed.mts';
import { DOORS, openDoor, type Door } from './forged-doors.mts';
import { closeWire, sendWire, type Wire } from './forged-send.mts';

const desk = useTriggerDesk();

afterAll(closeWire);

const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
const invalid = Buffer.concat([
	Buffer.from('{"a":"'),
	Buffer.from([0xff, 0xc0]),
	Buffer.from('"}'),
]);

const MALFORMED: Array<[string, string | Buffer, string?]> = [
	['a list', '[{"logisticsEventType":"Order.Shipped"}]'],
	['a text', '"Order.Shipped"'],
	['a number', '1'],
	['null', 'null'],
	['true', 'true'],
	['nothing', ''],
	['spaces', '  ', 'text/plain'],
	['invalid UTF-8', invalid],
	['JSON that nests too deep', deep(66)],
	['JSON that nests 100,000 levels', deep(100_000)],
	['a list that nests 100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000)],
	['text', 'Order.Shipped', 'text/plain'],
	['a form', 'logisticsEventType=Order.Shipped', 'application/x-www-form-urlencoded'],
	['XML', '<event/>', 'application/xml'],
	['what has no type', '<event/>', ''],
];

describe.each(DOORS)('$name', (kind) => {
	let door: Door;

	beforeEach(async () => {
		door = await openDoor(desk, kind);
	});

	const send = async (change: Parameters<typeof sealed>[3]) =>
		await sendWire(sealed(desk, kind, door, change));

	// A rest, as a parameter that a row does not have would be Jest's `done`.
	it.each(MALFORMED)('answers 400 to %s that is authentic', async (_name, body, ...[type]) => {
		const before = door.host.staticData();
		const answer = await send({ body, ...(type === undefined ? {} : { type }) });
		expect(answer).toMatchObject({ status: 400, body: 'Bad Request' });
		await door.host.settled();
		expect(door.host.executions()).toEqual([]);
		expect(door.host.failures()).toEqual([]);
		expect(door.host.staticData()).toEqual(before);
	});

	it('takes no form in parts, whose bytes n8n does not keep', async () => {
		const boundary = '----------------------------boundary';
		const part = `Content-Disposition: form-data; name="a"\r\n\r\n1`;
		const answer = await send({
			body: `--${boundary}\r\n${part}\r\n--${boundary}--\r\n`,
			type: `multipart/form-data; boundary=${boundary}`,
		});
		expect(answer.status).toBe(kind.signs ? 401 : 400);
		await door.host.settled();
		expect(door.host.executions()).toEqual([]);
	});

	it('leaves what is no JSON to n8n, which refuses it', async () => {
		expect(await send({ body: '{"a":' })).toMatchObject({ status: 422 });
		expect(door.host.executions()).toEqual([]);
	});

	it('takes an object of 5 MB', async () => {
		const note = 'x'.repeat(5 * 1024 * 1024);
		expect(await send({ body: JSON.stringify({ note }) })).toMatchObject({ status: 200 });
		await door.host.settled();
		expect(door.host.outputs()).toMatchObject([{ payload: { note } }]);
	});

	it('takes what was compressed on its way', async () => {
		const body = '{"note":"small"}';
		const plain = sealed(desk, kind, door, { body });
		const packed: Wire = {
			...plain,
			headers: [...plain.headers, ['content-encoding', 'gzip']],
			body: gzipSync(body),
		};
		expect(await sendWire(packed)).toMatchObject({ status: 200 });
		await door.host.settled();
		expect(door.host.outputs()).toMatchObject([{ payload: { note: 'small' } }]);
	});

	it.each([
		['an empty object', '{}'],
		['JSON that nests as deep as an event may', deep(64)],
		[
			'names of JavaScript',
			'{"__proto__":{"a":1},"constructor":1,"toString":2,"hasOwnProperty":3}',
		],
		['nulls', '{"orderId":null,"status":null,"data":null,"order":null,"type":null,"id":null}'],
		['values of other types', '{"orderId":{},"status":[],"data":"x","order":7,"type":1,"id":true}'],
		['half a character', '{"eventId":"\\ud800","id":"\\udfff"}'],
		['numbers beyond all measure', '{"id":1e400,"orderId":-1e400,"receivedAtEpoch":1e300}'],
	])('passes %s on as an event that nobody knows', async (_name, body) => {
		expect(await send({ body })).toMatchObject({ status: 200 });
		const runs = await door.host.settled();
		expect(runs.map(({ status }) => status)).toEqual(['success']);
		const [output, ...others] = door.host.outputs();
		expect(others).toEqual([]);
		expect(Object.keys(output ?? {})).toEqual(OUTPUT_KEYS);
		expect(output).toMatchObject({ status: 'unknown', provider: kind.provider });
		expect(door.host.failures()).toEqual([]);
	});
});
