import { randomBytes } from 'node:crypto';
import { Failure } from '../../failure';
import { record, type Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { fingerprint } from '../../webhooks/same-secret';
import { isSuccess } from '../refusal';
import { strangeAnswer } from '../strange-answer';
import { discreet } from './discreet';
import { isSameTypes, listWebhooks } from './listed-webhooks';
import type { ListedWebhook, Registrar } from './registrar';
import { leftAfterRemoving, removeOwn } from './remove-webhooks';
import { wordsOf } from './words';

const SECRET_BYTES = 32;

/**
 * Registers an address for types of events, with a new secret. What an earlier activation has left
 * behind at this address is removed first; if one registration fails, those before it are taken back.
 *
 * @param olderIds of an earlier registration, as not every list shows whose a webhook is
 * @returns the IDs, and the fingerprint of what proves a delivery
 */
export async function register(
	registrar: Registrar,
	session: Session,
	url: string,
	types: readonly string[],
	olderIds: readonly string[] = [],
): Promise<{ ids: string[]; proof: string }> {
	await removeOwn(registrar, session, url, olderIds);
	const secret = randomBytes(SECRET_BYTES).toString('hex');
	const ids: string[] = [];
	for (const body of registrar.bodies(url, types, secret)) {
		const made = await registerOne(registrar, session, body).catch((failure: unknown) => ({
			failure,
		}));
		if ('failure' in made) throw await takenBack(registrar, session, ids, made.failure);
		ids.push(made.id);
	}
	return { ids, proof: fingerprint(registrar.proofOf(secret)) };
}

async function registerOne(
	registrar: Registrar,
	session: Session,
	body: Json,
): Promise<ListedWebhook> {
	const find = async () => await findSame(registrar, session, body);
	const request: ApiRequest = {
		method: 'POST',
		path: registrar.path,
		body,
		repeat: 'checked',
		recover: find,
		ifUnknown: 'Activate the workflow again: that removes what is left, and registers anew.',
	};
	const answer = await send(discreet(session), request);
	// Refused because of itself: an earlier sending was done after all.
	const known = answer.status === 409 ? await find() : answer;
	if (!known || !isSuccess(known)) {
		throw registrar.failure(session, request, answer, {
			...wordsOf(session),
			409: {
				what: `${session.service} has another webhook for this event and this address`,
				fix: `It was not made by this node. Remove it ${registrar.portal}, then activate the workflow again.`,
			},
		});
	}
	const made =
		registrar.read(record(known.body) ?? {}) ?? registrar.read(record((await find())?.body) ?? {});
	if (made) return made;
	const fix = `Check the credential's 'Base URL', and look at the webhooks ${registrar.portal}.`;
	throw strangeAnswer(session.service, 'the webhook', answer, fix);
}

/** Looks for a webhook that an unanswered request has made; all older ones were removed before. */
async function findSame(
	registrar: Registrar,
	session: Session,
	body: Json,
): Promise<ApiAnswer | undefined> {
	const wanted = registrar.read({ id: '-', ...body });
	const listed = await listWebhooks(registrar, session);
	const same = listed.find(
		({ address, types, isOurs }) =>
			wanted && isOurs && address === wanted.address && isSameTypes(types, wanted.types),
	);
	return same && { status: 200, headers: {}, body: { id: same.id } };
}

/** Takes back what was registered before a failure, and says so if that fails as well. */
async function takenBack(
	registrar: Registrar,
	session: Session,
	ids: readonly string[],
	failure: unknown,
): Promise<unknown> {
	const left = await leftAfterRemoving(registrar, session, ids);
	if (left.length === 0 || !(failure instanceof Failure)) return failure;
	const { fix } = failure.facts;
	const names = left.map(({ id }) => id).join(', ');
	const note = `Webhook ${names} could not be taken back; the next activation removes it.`;
	return new Failure({ ...failure.facts, fix: `${fix} ${note}` });
}
