/** One n8n to test on. */
export interface Version {
	/** Exact version of the npm package n8n. */
	n8n: string;
	/** The Node.js that it runs on, exact. Another of the same major that runs the tests is used as it is. */
	node: string;
	/** Dependencies of n8n that the npm registry alone does not give, and what is taken instead. */
	overrides: Readonly<Record<string, string>>;
	/** Why this one. */
	why: string;
}

/** The versions that this package is tested on. */
export const VERSIONS = {
	newest: {
		n8n: '2.40.7',
		node: '24.21.0',
		// 0.18.15, which n8n asks for, depends on cssomnom, which is not in the registry.
		overrides: { linkedom: '0.18.12' },
		why: 'the newest that installs whole: 2.41.3 asks for @n8n/agents 0.26.2, which is not in the registry',
	},
	node20: {
		n8n: '2.8.4',
		node: '20.20.2',
		// n8n takes it from its maker's own server; this is the same code in the registry.
		overrides: { xlsx: 'npm:@e965/xlsx@0.20.3', linkedom: '0.18.12' },
		why: 'the newest that runs on Node.js 20: from 2.10 on, n8n asks for 22.16',
	},
} as const satisfies Record<string, Version>;

export type VersionName = keyof typeof VERSIONS;

function isVersionName(name: string): name is VersionName {
	return Object.hasOwn(VERSIONS, name);
}

/** The name that the variable HOST_N8N has; default: the newest. */
export function chosenVersionName(name = process.env.HOST_N8N ?? 'newest'): VersionName {
	if (isVersionName(name)) return name;
	const known = Object.keys(VERSIONS).join(', ');
	throw new Error(`HOST_N8N is "${name}". It must be one of: ${known}.`);
}

export const chosenVersion = (): Version => VERSIONS[chosenVersionName()];

/** 24 of 24.21.0. */
export const majorOf = (version: string): string => version.replace(/\..*$/, '');
