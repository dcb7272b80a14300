import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import { anyJson } from '../../unit/support/any-json.mts';
import { OUTPUT_KEYS, useTriggerDesk } from '../support/trigger-desk.mts';
import { sealed } from './answers-sealed.mts';
import { DOORS, openDoor } from './forged-doors.mts';
import { closeWire, sendWire, type Wire } from './forged-send.mts';

const desk = useTriggerDesk();

afterAll(closeWire);

const RUNS = extent(100, 20);

/** Keys that readers of events look at, in all providers. */
const KEYS = [
	...['logisticsEventId', 'logisticsEventType', 'logisticsEventTime', 'externalOrderId', 'status'],
	...[
		'eventId',
		'type',
		'eventTime',
		'newStatus',
		'orderId',
		'id',
		'createdTime',
		'data',
		'object',
	],
	...['fulfillmentOrderId', 'upstreamId', 'state', 'orderExternalId', 'receivedAtEpoch', 'sentAt'],
	...['medium', 'contents', 'order', 'event', 'webhookType', 'lastUpdatedAt', '__proto__', 'json'],
];

const value = fc.oneof(anyJson(), fc.dictionary(fc.constantFrom(...KEYS), anyJson()));
const objects = fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), value);
const bodies = fc.oneof({ weight: 4, arbitrary: objects }, { weight: 1, arbitrary: anyJson() });

/** What frames a message decides what arrives at all, and is left as it is. */
const FRAME =
	/^(host|connection|content-|transfer-encoding|expect|upgrade|te$|trailer|keep-alive)/i;
const names = fc
	.stringMatching(/^[A-Za-z][\w-]{0,20}$/)
	.filter((name) => !FRAME.test(name) && DOORS.every(({ proof }) => !same(proof, name)));
const values = fc.stringMatching(/^[ -~\u00a0-\u00ff]{0,60}$/);
const headers = fc.array(fc.tuple(names, values), { maxLength: 6 });
const types = fc.constantFrom('application/json', 'text/plain', 'application/cloudevents+json', '');

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

describe.each(DOORS)('whatever $name sends that is authentic', (kind) => {
	it('is taken or refused, and what is taken has the nine keys', async () => {
		const options = { includeHeaders: true };
		const door = await openDoor(
			desk,
			{ ...kind, parameters: { ...kind.parameters, events: ['*'] } },
			options,
		);
		let taken = 0;
		const property = fc.asyncProperty(bodies, headers, types, async (body, more, type) => {
			const wire = sealed(desk, kind, door, { body: JSON.stringify(body), type });
			const sent: Wire = { ...wire, headers: [...wire.headers, ...more] };
			const { status } = await sendWire(sent);
			expect([200, 400]).toContain(status);
			if (status === 200) taken += 1;
		});
		await fc.assert(property, { seed: 11, numRuns: RUNS });
		const runs = await door.host.settled();

		expect(door.host.failures()).toEqual([]);
		expect(door.host.problems()).toEqual([]);
		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(taken).toBeGreaterThan(RUNS / 2);
		const outputs = door.host.outputs();
		expect(outputs.length).toBeGreaterThan(RUNS / 3);
		for (const output of outputs) {
			expect(Object.keys(output)).toEqual([...OUTPUT_KEYS, 'headers']);
			expect(output).toMatchObject({
				eventId: expect.stringMatching(/./s),
				eventType: expect.stringMatching(/./s),
				provider: kind.provider,
				status: expect.stringMatching(
					/^(pending|processing|shipped|delivered|cancelled|failed|unknown)$/,
				),
			});
		}
	}, 120_000);
});
