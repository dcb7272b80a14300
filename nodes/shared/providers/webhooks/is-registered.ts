import type { Session } from '../../transport/api-request';
import { isSameTypes, listWebhooks } from './listed-webhooks';
import type { Registrar, Registration } from './registrar';

/**
 * Whether the system still has exactly what was registered: every webhook, switched on, for this
 * address and these types, and no other of ours for this address.
 */
export async function isRegistered(
	registrar: Registrar,
	session: Session,
	{ url, ids }: Registration,
	types: readonly string[],
): Promise<boolean> {
	const listed = await listWebhooks(registrar, session);
	const here = listed.filter(({ id, address, isOurs }) =>
		ids.includes(id) ? address === url : isOurs && address === url,
	);
	return (
		here.length === ids.length &&
		here.every(({ id, isOn }) => isOn && ids.includes(id)) &&
		isSameTypes(
			here.flatMap((webhook) => webhook.types),
			types,
		)
	);
}
