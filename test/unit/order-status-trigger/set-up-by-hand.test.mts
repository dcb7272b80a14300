import { checkExists, create, remove } from '../../../nodes/OrderStatusTrigger/webhook-methods.ts';
import { hookContext, type TriggerPlan } from '../support/trigger-context.mts';

describe('a trigger for Delivery Solutions', () => {
	const parameters = { provider: 'deliverySolutions', events: ['order'] };
	const plan = (changes: TriggerPlan = {}): TriggerPlan => ({
		parameters,
		credential: { webhookSecret: 'a-long-random-text' },
		...changes,
	});

	it('asks the API for nothing: a person registers it in the portal', async () => {
		const { ctx, sent, staticData } = hookContext(plan());
		expect(await checkExists(ctx)).toBe(false);
		expect(await create(ctx)).toBe(true);
		expect(await remove(ctx)).toBe(true);
		expect(sent).toEqual([]);
		expect(staticData.registrations ?? []).toEqual([]);
	});

	it.each(['', '   ', '\n'])('cannot be activated with the secret %j', async (webhookSecret) => {
		const { ctx } = hookContext(plan({ credential: { webhookSecret } }));
		await expect(create(ctx)).rejects.toThrow(
			/^The credential has no 'Webhook Secret'.+Put a long random text into the credential/,
		);
	});

	it('can be activated without a secret if "None" was chosen', async () => {
		const credential = { webhookSecret: '' };
		const { ctx } = hookContext(
			plan({ credential, parameters: { ...parameters, verification: 'none' } }),
		);
		expect(await create(ctx)).toBe(true);
	});

	it('needs no https address, as nothing is registered', async () => {
		const { ctx } = hookContext(plan({ url: 'http://localhost:5678/webhook/9f3c/webhook' }));
		expect(await create(ctx)).toBe(true);
	});
});
