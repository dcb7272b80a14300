import type { Failure } from '../../failure';
import type { Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import type { Delivery } from '../../webhooks/delivery';
import type { FailureWords } from '../error-entry';

/** A webhook as a system lists it. */
export interface ListedWebhook {
	id: string;
	address: string | undefined;
	types: readonly string[];
	/** Whether this package registered it, and not a person. */
	isOurs: boolean;
	/** False if the system has switched it off. */
	isOn: boolean;
}

/** How the webhooks of one system are registered by its API. */
export interface Registrar {
	/** Path of the list; a webhook has its ID below it. */
	readonly path: string;
	/** Where a person finds the webhooks, for messages. */
	readonly portal: string;
	/** The bodies to register, one request each. */
	bodies: (url: string, types: readonly string[], secret: string) => Json[];
	/** A webhook of the list, or undefined if it has no ID. */
	read: (webhook: Json) => ListedWebhook | undefined;
	/** What proves each delivery of a webhook that was registered with a secret. */
	proofOf: (secret: string) => string;
	/** What a delivery presents as its proof. */
	presented: (delivery: Delivery) => string | undefined;
	failure: (
		session: Session,
		request: ApiRequest,
		answer: ApiAnswer,
		words?: Readonly<Record<number, FailureWords>>,
	) => Failure;
}

/** What n8n keeps of a registration. The secret itself is kept nowhere. */
export interface Registration {
	provider: string;
	url: string;
	/** Registered for a test from the editor, and not for the active workflow. */
	test: boolean;
	ids: string[];
	/** Fingerprint of what proves a delivery. */
	proof: string;
}
