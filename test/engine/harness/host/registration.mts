import { isDeepStrictEqual } from 'node:util';
import type { INode } from 'n8n-workflow';

/** How often n8n's publication service tries to activate; the seconds in between are left out here. */
export const ACTIVATION_ATTEMPTS = 5;

const REGISTRATION_FIELDS = [
	'name',
	'type',
	'typeVersion',
	'webhookId',
	'credentials',
	'parameters',
] as const;

/** Whether n8n's publication service takes a trigger for the one that it knows already. */
export function sameRegistration(node: INode, other: INode | undefined): boolean {
	return REGISTRATION_FIELDS.every((field) => isDeepStrictEqual(node[field], other?.[field]));
}

/** Tries until it works; throws what the last try threw. */
export async function attempt(times: number, work: () => Promise<void>): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			return await work();
		} catch (error) {
			if (tries >= times) throw error;
		}
	}
}
