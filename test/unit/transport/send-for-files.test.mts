import { send } from '../../../nodes/shared/transport/send.ts';
import { sendOnce } from '../../../nodes/shared/transport/send-once.ts';
import { findLeaks } from '../../engine/support/secrets.mts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, READ, scriptedApi, TOKEN } from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const FILE = { ...READ, asBytes: true };
const PDF = Buffer.from('%PDF-1.4\n\u0000\u00ff', 'latin1');

describe('a request for a file', () => {
	it('asks for bytes, and not for JSON', async () => {
		const api = scriptedApi([answers(200, PDF)]);
		await sendOnce(api.session, FILE);
		const [{ options } = { options: {} }] = api.sendings;
		expect(options).toMatchObject({ encoding: 'arraybuffer', returnFullResponse: true });
		expect(options).not.toHaveProperty('json');
	});

	it('gives the bytes as they came', async () => {
		const answer = await finish(send(scriptedApi([answers(200, PDF)]).session, FILE));
		expect(answer.body).toBe(PDF);
	});

	it('takes bytes for an answer: they are no page where data belongs', async () => {
		const api = scriptedApi([answers(200, PDF)]);
		await finish(send(api.session, FILE));
		expect(api.sendings).toHaveLength(1);
	});
});

describe('a request that needs no credential', () => {
	it('is sent without one', async () => {
		const api = scriptedApi([answers(200, PDF)], { anonymous: true });
		await sendOnce(api.session, FILE);
		expect(api.sendings.map(({ credential }) => credential)).toEqual([undefined]);
		expect(findLeaks(api.sendings, TOKEN)).toEqual([]);
	});

	it('follows redirects, as there is no token that could be carried elsewhere', async () => {
		const api = scriptedApi([answers(200, PDF)], { anonymous: true });
		await sendOnce(api.session, FILE);
		expect(api.sendings[0]?.options.disableFollowRedirect).toBe(false);
	});

	it('follows none with a credential', async () => {
		const api = scriptedApi([answers(200, PDF)]);
		await sendOnce(api.session, FILE);
		expect(api.sendings[0]?.options.disableFollowRedirect).toBe(true);
	});

	it('is sent again after trouble like any other', async () => {
		const steps = [answers(503), breaksWith('ECONNRESET'), answers(200, PDF)];
		const api = scriptedApi(steps, { anonymous: true });
		expect(await finish(send(api.session, FILE))).toMatchObject({ status: 200 });
		expect(api.sendings).toHaveLength(3);
	});

	it('fails with a name of its own, and the address of the host alone', async () => {
		const api = scriptedApi([breaksWith('ECONNREFUSED')], {
			anonymous: true,
			changes: { service: "The label's server", baseUrl: 'https://labels.example' },
		});
		const path = '/api/v2/label?orderId=1&token=s3cret';
		const { facts } = await failureOf(send(api.session, { ...FILE, path }));
		expect(facts.what).toBe(
			"The label's server could not be reached at https://labels.example: nothing answers at that address",
		);
		expect(JSON.stringify(facts)).not.toContain('s3cret');
	});
});
