import { Failure } from '../../failure';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { pathSegment } from '../path-segment';
import { isSuccess } from '../refusal';
import { discreet } from './discreet';
import { listWebhooks } from './listed-webhooks';
import type { Registrar } from './registrar';
import { wordsOf } from './words';

/**
 * Removes webhooks by their IDs. One that is gone already does not matter, and one that cannot be
 * removed does not keep the others.
 * @throws Failure if any is left
 */
export async function removeWebhooks(
	registrar: Registrar,
	session: Session,
	ids: readonly string[],
): Promise<void> {
	const left = await leftAfterRemoving(registrar, session, ids);
	const [first] = left;
	if (first === undefined) return;
	const names = left.map(({ id }) => id).join(', ');
	const facts = first.why instanceof Failure ? first.why.facts : undefined;
	throw new Failure({
		...(facts ?? { kind: 'api' }),
		what: `Webhook ${names} could not be removed from ${session.service}: ${facts?.what ?? 'it could not be sent'}`,
		fix: `Its deliveries are refused from now on. Remove it ${registrar.portal}, or activate the workflow again: that removes what is left of its webhooks.`,
	});
}

/** Removes webhooks, and gives those that could not be removed, with the reason. Never throws. */
export async function leftAfterRemoving(
	registrar: Registrar,
	session: Session,
	ids: readonly string[],
): Promise<Array<{ id: string; why: unknown }>> {
	const left: Array<{ id: string; why: unknown }> = [];
	for (const id of ids) {
		await removeWebhook(registrar, session, id).catch((why: unknown) => left.push({ id, why }));
	}
	return left;
}

/** Removes what this package has registered for an address, whoever still knows of it. */
export async function removeOwn(
	registrar: Registrar,
	session: Session,
	url: string,
	alsoIds: readonly string[] = [],
): Promise<void> {
	const listed = await listWebhooks(registrar, session);
	const own = listed.filter(
		({ id, address, isOurs }) => address === url && (isOurs || alsoIds.includes(id)),
	);
	await removeWebhooks(
		registrar,
		session,
		own.map(({ id }) => id),
	);
}

async function removeWebhook(registrar: Registrar, session: Session, id: string): Promise<void> {
	const path = `${registrar.path}/${pathSegment(id, 'Webhook ID')}`;
	// Removing twice is the same as once: the second time it is gone.
	const request = { method: 'DELETE', path, repeat: 'idempotent' } as const;
	const answer = await send(discreet(session), request);
	if (isSuccess(answer) || answer.status === 404) return;
	throw registrar.failure(session, request, answer, wordsOf(session));
}
