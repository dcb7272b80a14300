import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** The systems as the panel shows them, each with its credential. */
const PROVIDERS = {
	flexport: {
		name: 'Flexport',
		description: 'The Logistics API, formerly Deliverr',
		credential: 'flexportApi',
	},
	deliverr: {
		name: 'Deliverr (Legacy)',
		description: 'For accounts from before February 2023, when it was closed to new ones',
		credential: 'deliverrApi',
	},
	digitalRiver: {
		name: 'Digital River',
		description: 'Ceased operations in 2025; for an address that still answers like it',
		credential: 'digitalRiverApi',
	},
	deliverySolutions: {
		name: 'Delivery Solutions',
		description: 'The Shipping Order API, now UPS LynkUp',
		credential: 'deliverySolutionsApi',
	},
} as const;

export type ProviderName = keyof typeof PROVIDERS;

/** The choice of a system. */
export function providerProperty(
	names: readonly ProviderName[],
	description: string,
): INodeProperties {
	return {
		displayName: 'Provider',
		name: 'provider',
		type: 'options',
		noDataExpression: true,
		options: names.map((value) => {
			const { name, description: what } = PROVIDERS[value];
			return { name, description: what, value };
		}),
		default: 'flexport',
		description,
	};
}

/**
 * The credential of each system. They depend on the choice by `hide`: with `show` n8n takes the
 * parameter for a choice of authentication and leaves it out of the panel.
 */
export function credentialsOf(names: readonly ProviderName[]): INodeCredentialDescription[] {
	return names.map((provider) => ({
		name: PROVIDERS[provider].credential,
		required: true,
		displayOptions: { hide: { provider: names.filter((other) => other !== provider) } },
	}));
}

/**
 * Shows a parameter for some systems only; n8n drops its value when another one is chosen. The path is
 * absolute, so that it holds inside of collections too.
 */
export function forProviders(
	providers: readonly ProviderName[],
	property: INodeProperties,
): INodeProperties {
	const { show, ...rest } = property.displayOptions ?? {};
	return {
		...property,
		displayOptions: { ...rest, show: { ...show, '/provider': [...providers] } },
	};
}
