import type { IDataObject } from 'n8n-workflow';
import { OUTPUT_KEYS } from '../support/trigger-desk.mts';

/** The fixed keys of an output. */
export interface OrderEvent {
	eventId: string;
	eventType: string;
	provider: string;
	orderId: string | null;
	externalOrderId: string | null;
	status: string;
	providerStatus: string | null;
	occurredAt: string | null;
	payload: IDataObject;
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** Checks the form of an output: exactly the fixed keys in their order, and times in ISO 8601. */
export function expectForm(output: IDataObject | undefined): void {
	expect(Object.keys(output ?? {})).toEqual(OUTPUT_KEYS);
	expect(output?.eventId).toEqual(expect.stringMatching(/^.{8,}$/));
	if (output?.occurredAt !== null) expect(output?.occurredAt).toMatch(ISO);
}
