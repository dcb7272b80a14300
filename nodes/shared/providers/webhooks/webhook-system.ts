import type { IDataObject } from 'n8n-workflow';
import type { Json } from '../../read';
import type { Session } from '../../transport/api-request';
import type { Runtime } from '../../transport/runtime';
import type { OrderEvent } from '../../vocabulary/order-event';
import type { Delivery } from '../../webhooks/delivery';
import type { Registrar } from './registrar';

/** A kind of event as the panel offers it. */
export interface EventType {
	/** The provider's own word. */
	value: string;
	name: string;
	description: string;
}

/** What proves a delivery beside the token, where the credential holds a signing secret. */
export interface SignatureCheck {
	secret: string;
	toleranceMs: number;
	/** Unix time in milliseconds. */
	now: number;
}

/** What one system has of its own when it tells about events. */
export interface WebhookSystem {
	/** Its name as people know it. */
	readonly service: string;
	readonly eventTypes: readonly EventType[];
	open: (runtime: Runtime) => Promise<Session>;
	/** How webhooks are registered by its API; undefined where a person does it in a portal. */
	readonly registrar?: Registrar;
	/** Whether the delivery carries a valid signature, where the system is known to send one. */
	isSigned?: (delivery: Delivery, check: SignatureCheck) => boolean;
	/**
	 * The event in a payload. Never throws: what is missing is null, what is new is `unknown`.
	 * @param digest stands in for an ID where the payload has none
	 */
	readEvent: (payload: Json, digest: string) => OrderEvent;
	/**
	 * The order that an event is about, or undefined if it is about none.
	 * @throws Failure if it cannot be read
	 */
	readOrder: (
		runtime: Runtime,
		event: OrderEvent,
	) => Promise<{ order: Json; simplified: IDataObject } | undefined>;
}
