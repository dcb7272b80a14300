import type { IDataObject } from 'n8n-workflow';
import { OUTPUT_KEYS, useTriggerDesk } from '../support/trigger-desk.mts';
import { DOORS, openDoor, type Door } from './forged-doors.mts';
import { wireOf } from './forged-kinds.mts';
import { closeWire, sendWire } from './forged-send.mts';

const desk = useTriggerDesk();

afterAll(closeWire);

const BLANK = '***';

describe.each(DOORS)('the headers of a delivery of $name', (kind) => {
	/** Delivers with further headers, and gives those of the output. */
	async function told(door: Door, ...more: Array<[string, string]>): Promise<IDataObject> {
		const good = wireOf(door.good());
		const answer = await sendWire({ ...good, headers: [...good.headers, ...more] });
		expect(answer.status).toBe(200);
		await door.host.settled();
		return Object(door.host.outputs()[0]?.headers);
	}

	it('are not put out unless somebody wants them', async () => {
		const door = await openDoor(desk, kind);
		await desk.deliver(door.good());
		await door.host.settled();
		expect(Object.keys(door.host.outputs()[0] ?? {})).toEqual(OUTPUT_KEYS);
	});

	it('are put out behind the usual keys, without what proves the delivery', async () => {
		const door = await openDoor(desk, kind, { includeHeaders: true });
		const headers = await told(door, ['X-Request-Id', 'abc']);
		expect(Object.keys(door.host.outputs()[0] ?? {})).toEqual([...OUTPUT_KEYS, 'headers']);
		expect(headers).toMatchObject({
			[kind.proof.toLowerCase()]: BLANK,
			'content-type': 'application/json',
			'x-request-id': 'abc',
		});
		// All that the sandbox sends to prove a delivery, and what is made of it on its way.
		const good = door.good().headers;
		for (const [name, value] of Object.entries(good)) {
			if (name.toLowerCase() === 'content-type') continue;
			expect(JSON.stringify(headers)).not.toContain(value);
		}
	});

	it('have no other secrets in them', async () => {
		const door = await openDoor(desk, kind, { includeHeaders: true });
		const names = [
			'Cookie',
			'Proxy-Authorization',
			'X-Api-Key',
			'X-Amz-Security-Token',
			'X-Hub-Signature-256',
			'X-Client-Secret',
			'X-Original-Authorization',
			'X-Forwarded-Access-Token',
			'Set-Cookie',
		];
		const headers = await told(
			door,
			...names.map((name): [string, string] => [name, 'very-secret-value']),
		);
		expect(JSON.stringify(headers)).not.toContain('very-secret-value');
		for (const name of names) expect(headers).toHaveProperty([name.toLowerCase()], BLANK);
	});
});

describe('a header name of your own', () => {
	it.each(['x-shop-door', 'X-SHOP-DOOR', '  X-Shop-Door '])(
		'is blanked when it is written "%s"',
		async (headerName) => {
			const kind = DOORS.find(({ proof }) => proof === 'X-Shop-Door');
			if (!kind) throw new Error('There is no such door');
			const parameters = { verification: 'header', headerName };
			const door = await openDoor(desk, { ...kind, parameters }, { includeHeaders: true });
			expect(await desk.deliver(door.good())).toMatchObject({ status: 200 });
			await door.host.settled();
			expect(door.host.outputs()).toMatchObject([{ headers: { 'x-shop-door': BLANK } }]);
		},
	);
});
