import { builtCredentials } from '../support/built-package.mts';

const secretOf = (name: string) =>
	builtCredentials()
		.find(({ credential }) => credential.name === name)
		?.credential.properties.find((property) => property.name === 'webhookSecret');

it.each(['digitalRiverApi', 'deliverySolutionsApi'])(
	'the webhook secret of %s is hidden, and nobody has to give it',
	(credential) => {
		expect(secretOf(credential)).toMatchObject({
			displayName: 'Webhook Secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		});
		expect(secretOf(credential)?.required ?? false).toBe(false);
		expect(secretOf(credential)?.description).toContain('Order Status Trigger');
	},
);

it.each(['flexportApi', 'deliverrApi'])(
	'%s has no webhook secret: the trigger makes its own',
	(credential) => {
		expect(secretOf(credential)).toBeUndefined();
	},
);
