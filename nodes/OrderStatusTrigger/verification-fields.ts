import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { forProviders } from '../shared/parameters/provider';
import { ALGORITHMS, ENCODINGS } from '../shared/webhooks/signature';

export const VERIFICATIONS = ['basic', 'bearer', 'header', 'none', 'signature'] as const;

export type Verification = (typeof VERIFICATIONS)[number];

const SHOWN: Readonly<Record<Verification, Omit<INodePropertyOptions, 'value'>>> = {
	header: {
		name: 'Header Token',
		description: "A header whose value is the 'Webhook Secret' of the credential",
	},
	basic: {
		name: 'Basic',
		description: "A user name, with the 'Webhook Secret' of the credential as the password",
	},
	bearer: {
		name: 'Bearer Token',
		description: "The header Authorization with Bearer and the 'Webhook Secret' of the credential",
	},
	signature: {
		name: 'Signature (Unconfirmed)',
		description:
			"A signature of the body, with the 'Webhook Secret' of the credential as the key. How Delivery Solutions makes it is not documented.",
	},
	none: { name: 'None', description: 'Accept what anybody sends. Not recommended.' },
};

const DIGESTS: Readonly<Record<(typeof ALGORITHMS)[number], string>> = {
	sha256: 'HMAC-SHA256',
	sha1: 'HMAC-SHA1',
	sha512: 'HMAC-SHA512',
};

const CODES: Readonly<Record<(typeof ENCODINGS)[number], string>> = {
	hex: 'Hexadecimal',
	base64: 'Base64',
};

const shownFor = (verification: Verification, property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { verification: [verification] } },
});

const FIELDS: INodeProperties[] = [
	{
		// n8n keeps a, ul and li in a notice, and drops every other tag.
		displayName:
			'Delivery Solutions has no call to register a webhook. In its portal:<ul><li>Open Business, then Webhooks.</li><li>Add the Production URL from above under Order, and under Communication for messages to customers.</li></ul>Choose the same authentication there as below.',
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Authentication of Deliveries',
		name: 'verification',
		type: 'options',
		options: VERIFICATIONS.map((value) => ({ ...SHOWN[value], value })),
		default: 'header',
		description: 'How a delivery proves that it is from Delivery Solutions',
	},
	shownFor('header', {
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		default: 'X-Webhook-Token',
		required: true,
		placeholder: 'e.g. X-Webhook-Token',
		description: 'The header that carries the secret',
	}),
	shownFor('basic', {
		displayName: 'User Name',
		name: 'username',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. delivery-solutions',
		description: 'The user name as given in the portal',
	}),
	shownFor('signature', {
		displayName:
			'The documentation names the header and says that it holds a hash of the body, no more. Send a test delivery: if it is refused, try another algorithm or encoding, or choose Header Token.',
		name: 'signatureNotice',
		type: 'notice',
		default: '',
	}),
	shownFor('signature', {
		displayName: 'Signature Header',
		name: 'signatureHeader',
		type: 'string',
		default: 'X-DS-Signature',
		required: true,
		placeholder: 'e.g. X-DS-Signature',
		description: 'The header that carries the signature',
	}),
	shownFor('signature', {
		displayName: 'Algorithm (Unconfirmed)',
		name: 'algorithm',
		type: 'options',
		options: ALGORITHMS.map((value) => ({ name: DIGESTS[value], value })),
		default: 'sha256',
		description: 'How the signature is made of the raw body',
	}),
	shownFor('signature', {
		displayName: 'Encoding (Unconfirmed)',
		name: 'encoding',
		type: 'options',
		options: ENCODINGS.map((value) => ({ name: CODES[value], value })),
		default: 'hex',
		description: 'How the signature is written',
	}),
	shownFor('none', {
		displayName:
			'Whoever knows or guesses the URL can start this workflow with made-up data. Use it behind something that checks who calls, and never to ship, refund or delete.',
		name: 'openNotice',
		type: 'notice',
		default: '',
	}),
];

/** How to set up what is registered by hand, and how its deliveries prove themselves. */
export const verificationFields: INodeProperties[] = FIELDS.map((property) =>
	forProviders(['deliverySolutions'], property),
);
