import { records } from '../../read';
import type { Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { isSuccess } from '../refusal';
import { strangeAnswer } from '../strange-answer';
import { discreet } from './discreet';
import type { ListedWebhook, Registrar } from './registrar';
import { wordsOf } from './words';

/** All webhooks of the account. None of the systems pages this list. */
export async function listWebhooks(
	registrar: Registrar,
	session: Session,
): Promise<ListedWebhook[]> {
	const request = { method: 'GET', path: registrar.path, repeat: 'always' } as const;
	const answer = await send(discreet(session), request);
	if (!isSuccess(answer)) {
		throw registrar.failure(session, request, answer, wordsOf(session));
	}
	if (Array.isArray(answer.body)) {
		return records(answer.body).flatMap((webhook) => registrar.read(webhook) ?? []);
	}
	throw strangeAnswer(session.service, 'a list of webhooks', answer);
}

/** Whether two lists hold the same types. */
export function isSameTypes(one: readonly string[], other: readonly string[]): boolean {
	const types = new Set(one);
	return types.size === new Set(other).size && other.every((type) => types.has(type));
}
