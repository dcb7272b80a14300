import { inputFailure } from '../shared/failure';
import { asText, oneOf } from '../shared/parameters/read';
import { basic, presented } from '../shared/webhooks/authorization';
import { soleHeader, type Delivery } from '../shared/webhooks/delivery';
import { isSameSecret } from '../shared/webhooks/same-secret';
import {
	ALGORITHMS,
	ENCODINGS,
	isSignedBy,
	type SignatureRule,
} from '../shared/webhooks/signature';
import type { TriggerContext } from './settings';
import { VERIFICATIONS, type Verification } from './verification-fields';

/** How deliveries of a webhook that was set up by hand prove themselves. */
export interface HandVerification {
	kind: Verification;
	headerName: string;
	username: string;
	signatureHeader: string;
	rule: SignatureRule;
}

/** @throws Failure of kind `input` for what the panel does not offer */
export function verificationOf(ctx: TriggerContext): HandVerification {
	const read = (name: string, otherwise: string): unknown => ctx.getNodeParameter(name, otherwise);
	const kind = oneOf(read('verification', 'header'), VERIFICATIONS, 'Authentication of Deliveries');
	const needed = (name: string, label: string, otherwise: string): string => {
		const value = asText(read(name, otherwise), label).trim();
		if (value !== '') return value;
		throw inputFailure(`'${label}' is empty`, 'Fill it in.', label);
	};
	return {
		kind,
		headerName: kind === 'header' ? needed('headerName', 'Header Name', 'X-Webhook-Token') : '',
		username: kind === 'basic' ? needed('username', 'User Name', '') : '',
		signatureHeader:
			kind === 'signature' ? needed('signatureHeader', 'Signature Header', 'X-DS-Signature') : '',
		rule: {
			algorithm: oneOf(read('algorithm', 'sha256'), ALGORITHMS, 'Algorithm (Unconfirmed)'),
			encoding: oneOf(read('encoding', 'hex'), ENCODINGS, 'Encoding (Unconfirmed)'),
		},
	};
}

type Check = (delivery: Delivery, secret: string, settings: HandVerification) => boolean;

/** Whether a delivery proves itself in each of the ways. */
export const CHECKS: Readonly<Record<Exclude<Verification, 'none'>, Check>> = {
	header: (delivery, secret, { headerName }) =>
		isSameSecret(soleHeader(delivery, headerName), secret),
	basic: (delivery, secret, { username }) =>
		isSameSecret(
			presented('basic', soleHeader(delivery, 'authorization')),
			basic(username, secret),
		),
	bearer: (delivery, secret) =>
		isSameSecret(presented('bearer', soleHeader(delivery, 'authorization')), secret),
	signature: (delivery, secret, { signatureHeader, rule }) => {
		const signature = soleHeader(delivery, signatureHeader)?.trim();
		const { body } = delivery;
		return body !== undefined && !!signature && isSignedBy(secret, [body], signature, rule);
	},
};
