import { builtCredentials, builtNodes } from '../support/built-package.mts';

const NODES = builtNodes().map(({ name, node }) => [name, node.description] as const);

/** The credential of each system. */
const CREDENTIALS = {
	flexport: 'flexportApi',
	deliverr: 'deliverrApi',
	digitalRiver: 'digitalRiverApi',
	deliverySolutions: 'deliverySolutionsApi',
} as const;

type Provider = keyof typeof CREDENTIALS;

/** A choice of systems, each with its credential, which the others hide. */
const oneOf = (...providers: Provider[]) =>
	providers.map((provider) => ({
		name: CREDENTIALS[provider],
		required: true,
		displayOptions: { hide: { provider: providers.filter((other) => other !== provider) } },
	}));

/** What each node asks for; one that has a choice of systems asks for that of the chosen one. */
const ASKED_BY: Readonly<Record<string, object[]>> = {
	FulfillmentOrder: oneOf('flexport', 'deliverr', 'digitalRiver'),
	Inventory: [{ name: 'flexportApi', required: true }],
	InventoryAlertTrigger: [{ name: 'flexportApi', required: true }],
	OrderStatusTrigger: oneOf('flexport', 'deliverr', 'digitalRiver', 'deliverySolutions'),
	Product: [{ name: 'flexportApi', required: true }],
	ShippingOrder: [{ name: 'deliverySolutionsApi', required: true }],
	ShippingOrderTrigger: [{ name: 'deliverySolutionsApi', required: true }],
};

describe.each(NODES)('%s', (name, { credentials = [] }) => {
	it('asks for the credential of the system that is chosen, by hiding those of the others', () => {
		expect(credentials).toEqual(ASKED_BY[name]);
	});

	it('leaves what a credential depends on in the panel, which n8n does not if it depends by show', () => {
		const shown = credentials.flatMap(({ displayOptions }) =>
			Object.keys(displayOptions?.show ?? {}),
		);
		expect(shown).toEqual([]);
	});

	it('asks for a credential of this package', () => {
		const known = builtCredentials().map(({ credential }) => credential.name);
		const asked = credentials.map((credential) => credential.name);
		expect(asked).not.toEqual([]);
		expect(asked.filter((credential) => !known.includes(credential))).toEqual([]);
	});
});
