import { extent } from '../../jest/extent.mts';
import { seededRandom } from '../../sandbox/shared/random.mts';
import { useTriggerDesk } from '../support/trigger-desk.mts';
import { DOORS, openDoor, secret, type Door, type DoorKind } from './forged-doors.mts';
import { FORGERIES, headerOf, pick, type Forgery } from './forged-kinds.mts';
import { closeWire, eachAtOnce, sendWire, type Wire, type WireAnswer } from './forged-send.mts';
import { HEAVY, mistimed, STRANGE } from './forged-strange.mts';

const IN_ALL = extent(10_000);
const HEAVY_ONES = extent(3, 1);
const AT_ONCE = 16;

const desk = useTriggerDesk();

afterAll(closeWire);

interface Tried {
	name: string;
	answers: readonly number[];
	wire: Wire;
}

/** All kinds in turn, until there are enough. */
function forge(kind: DoorKind, door: Door, count: number, seed: number): Tried[] {
	const random = seededRandom(seed);
	const fits = (forgery: Forgery) => forgery.fits?.(kind) ?? true;
	const extra = kind.hasSecret ? mistimed(secret(desk)) : [];
	const usual = [...FORGERIES, ...STRANGE, ...extra].filter(fits);
	const heavy = HEAVY.filter(fits).flatMap((one) => Array.from({ length: HEAVY_ONES }, () => one));
	const deliveries = Array.from({ length: 20 }, (_, index) => door.good({ orderId: `F-${index}` }));
	return Array.from({ length: count }, (_, index) => {
		const forgery = heavy[index] ?? usual[index % usual.length];
		if (!forgery) throw new Error('There is nothing to forge');
		const good = pick(deliveries, random);
		const other = pick(
			deliveries.filter((one) => one !== good),
			random,
		);
		const value = headerOf(good, kind.proof);
		const wire = forgery.make({ good, other, proof: kind.proof, value, random });
		return { name: forgery.name, answers: forgery.answers ?? [401], wire };
	});
}

describe.each(DOORS)('$name', (kind) => {
	let door: Door;

	beforeEach(async () => {
		door = await openDoor(desk, kind);
	});

	it('refuses every forged delivery, starts nothing and tells nothing', async () => {
		const forged = forge(kind, door, IN_ALL / DOORS.length, DOORS.indexOf(kind) + 1);
		const before = { data: door.host.staticData(), sent: desk.sent().length };
		const surprises: string[] = [];
		const refusals = new Set<string>();
		await eachAtOnce(forged, AT_ONCE, async ({ name, answers, wire }) => {
			const answer = await sendWire(wire).catch((error: unknown): WireAnswer => ({
				status: 0,
				headers: [],
				body: String(error),
			}));
			if (!answers.includes(answer.status)) surprises.push(`${answer.status} to ${name}`);
			if (answer.status === 401) refusals.add(JSON.stringify([answer.headers, answer.body]));
		});
		await door.host.settled();

		expect(forged).toHaveLength(IN_ALL / DOORS.length);
		expect(surprises).toEqual([]);
		// Whatever is wrong, the answer is the same.
		expect([...refusals].map((answer): unknown => JSON.parse(answer))).toEqual([
			[expect.any(Array), 'Unauthorized'],
		]);
		expect(door.host.executions()).toEqual([]);
		expect(door.host.failures()).toEqual([]);
		expect(door.host.problems()).toEqual([]);
		expect(door.host.staticData()).toEqual(before.data);
		expect(desk.sent()).toHaveLength(before.sent);

		expect(await desk.deliver(door.good({ orderId: 'REAL-1' }))).toMatchObject({ status: 200 });
		await door.host.settled();
		expect(door.host.outputs()).toMatchObject([{ orderId: 'REAL-1' }]);
	}, 120_000);
});
