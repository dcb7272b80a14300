import { createHash } from 'node:crypto';
import { isObject } from '../../sandbox/shared/json.mts';
import { REGISTERING, TRIGGER, useTriggerDesk } from '../support/trigger-desk.mts';
import { findLeaks } from '../support/secrets.mts';
import { secretsOf } from '../support/registered-secrets.mts';
import { startSpoilingProxy } from '../support/spoiling-proxy.mts';
import { useHurry } from '../support/use-hurry.mts';
import { OUR_USER, posts, TWO_EVENTS, type Registering } from './registration-bench.mts';

// That no secret stands in errors, outputs, logs and static data is asserted after each test by the desk.
const desk = useTriggerDesk();
useHurry();

/** The secret of a registration, as it was sent to the provider. */
function sentSecret(body: unknown): string {
	if (!isObject(body)) return '';
	const { token, authentication } = body;
	return String(isObject(authentication) ? authentication.password : token);
}

const proofOf = (provider: Registering, secret: string) =>
	provider === 'digitalRiver' ? Buffer.from(`${OUR_USER}:${secret}`).toString('base64') : secret;

it('the search for leaks knows every secret that was registered', async () => {
	for (const provider of REGISTERING) {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		await host.activate();
		const secret = sentSecret(posts(desk, provider)[0]?.body);
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		for (const text of [secret, proofOf(provider, secret)]) {
			const found = secretsOf(desk.sandbox).flatMap((one) => findLeaks({ text }, one));
			expect(found).not.toEqual([]);
		}
		await host.deactivate();
	}
});

describe.each(REGISTERING)('%s', (provider) => {
	it('static data holds the hash of what proves a delivery, and no more than is needed', async () => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		await host.activate();
		const proof = proofOf(provider, sentSecret(posts(desk, provider)[0]?.body));
		expect(host.staticData()).toEqual({
			[`node:${TRIGGER}`]: {
				registrations: [
					{
						provider,
						url: host.productionUrl,
						test: false,
						ids: desk.registered(provider).map(({ id }) => String(id)),
						proof: createHash('sha256').update(proof).digest('hex'),
					},
				],
			},
		});
	});

	it('the hash itself, sent as the secret, is refused', async () => {
		const host = await desk.host(provider, TWO_EVENTS[provider]);
		await host.activate();
		const hash = /"proof":"(\w+)"/.exec(JSON.stringify(host.staticData()))?.[1] ?? '';
		const [message] = desk.hooks(provider).message(TWO_EVENTS[provider].events[0] ?? '');
		if (!message) throw new Error('Nothing is registered');
		const name = provider === 'digitalRiver' ? 'authorization' : 'X-Fulfillment-Webhook-Token';
		const value = provider === 'digitalRiver' ? `Basic ${proofOf(provider, hash)}` : hash;
		const headers = { ...message.headers, [name]: value };
		expect((await desk.deliver({ ...message, headers })).status).toBe(401);
		expect(await host.settled()).toEqual([]);
	});
});

/** An error of each API in which its own words stand. */
const WORDS: Readonly<Record<Registering, (words: string) => object>> = {
	flexport: (detail) => ({ title: 'No', status: 403, detail }),
	deliverr: (message) => ({ code: 403, message }),
	digitalRiver: (message) => ({ type: 'forbidden', errors: [{ code: 'forbidden', message }] }),
};

const REPEATS = REGISTERING.flatMap((provider) =>
	[400, 403, 422].flatMap((status) => [
		[provider, 'POST', status] as const,
		[provider, 'GET', status] as const,
		[provider, 'DELETE', status] as const,
	]),
);

describe.each(REPEATS)('%s, which repeats all it was ever sent', (provider, method, status) => {
	let isSpoilt = false;
	let proxy: Awaited<ReturnType<typeof startSpoilingProxy>>;

	beforeEach(async () => {
		isSpoilt = false;
		proxy = await startSpoilingProxy({
			target: desk.sandbox.url,
			spoil(request) {
				if (!isSpoilt || request.method !== method) return undefined;
				const sent = posts(desk, provider).flatMap(({ body }) => {
					const secret = sentSecret(body);
					return [JSON.stringify(body), secret, `Basic ${proofOf(provider, secret)}`];
				});
				const words = `Cannot do this with ${sent.join(' ')} ${String(request.headers.authorization)}`;
				return { status, body: JSON.stringify(WORDS[provider](words)) };
			},
		});
	});
	afterEach(() => proxy.close());

	it(`in an error ${status} to ${method} does not bring a secret into a message`, async () => {
		const baseUrl = desk.sandbox[provider].baseUrl.replace(desk.sandbox.url, proxy.url);
		const host = await desk.host(provider, TWO_EVENTS[provider], {
			credentials: desk.credentials(provider, { baseUrl }),
		});
		isSpoilt = method === 'POST';
		const refused = [await desk.refusal(host.activate())];
		isSpoilt = true;
		refused.push(await desk.refusal(host.restart()));
		await host.deactivate();
		const problems = host.problems();
		expect([...refused, ...problems].map(String).join(' ')).toContain(String(status));
	});
});
