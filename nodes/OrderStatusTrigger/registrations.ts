import type { IDataObject } from 'n8n-workflow';
import type { Registration } from '../shared/providers/webhooks/registrar';
import { id, list, records, text } from '../shared/read';
import type { TriggerContext } from './settings';

/** The registrations that n8n keeps with the workflow. Those of a test are kept apart by n8n. */
export function registrationsOf(ctx: TriggerContext): Registration[] {
	return records(ctx.getWorkflowStaticData('node').registrations).map((kept) => ({
		provider: text(kept.provider) ?? '',
		url: text(kept.url) ?? '',
		test: kept.test === true,
		ids: list(kept.ids).flatMap((one) => id(one) ?? []),
		proof: text(kept.proof) ?? '',
	}));
}

/** The registration for an address, also if n8n had another host name when it was made. */
export function registrationAt(ctx: TriggerContext, url: string): Registration | undefined {
	return registrationsOf(ctx).find((kept) => placeOf(kept.url) === placeOf(url));
}

/** Keeps a registration in the place of an older one. */
export function keep(ctx: TriggerContext, registration: Registration): void {
	write(ctx, [...others(ctx, registration.url), registration]);
}

export function forget(ctx: TriggerContext, url: string): void {
	write(ctx, others(ctx, url));
}

function others(ctx: TriggerContext, url: string): Registration[] {
	return registrationsOf(ctx).filter((kept) => placeOf(kept.url) !== placeOf(url));
}

function write(ctx: TriggerContext, registrations: readonly Registration[]): void {
	const data: IDataObject = ctx.getWorkflowStaticData('node');
	data.registrations = registrations.map((registration): IDataObject => ({ ...registration }));
}

/** What stays of an address when n8n moves: whether it is for tests, whose it is, and its path. */
function placeOf(url: string): string {
	return url.split('/').slice(-3).join('/');
}
