import { createHmac } from 'node:crypto';
import { PORTAL_SECRET, type TriggerDesk } from '../support/trigger-desk.mts';
import { secret, type Door, type DoorKind } from './forged-doors.mts';
import { proving, wireOf } from './forged-kinds.mts';
import type { Wire } from './forged-send.mts';

/** A delivery with any bytes whose proof is right, as if the provider had sent them. */
export function sealed(
	desk: TriggerDesk,
	kind: DoorKind,
	door: Door,
	{ body, type = 'application/json' }: { body: string | Buffer; type?: string },
): Wire {
	const good = door.good();
	const bytes = Buffer.from(body);
	const loot = { good, other: good, proof: kind.proof, value: '', random: () => 0 };
	const proof = sealOf(desk, kind, bytes);
	const wire = proof === undefined ? wireOf(good) : proving(loot, proof);
	const rest = wire.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
	return { ...wire, headers: [...rest, ['content-type', type]], body: bytes };
}

/** The signature of a body, where there is one. */
function sealOf(
	desk: TriggerDesk,
	{ auth, hasSecret }: DoorKind,
	body: Buffer,
): string | undefined {
	if (hasSecret) {
		const now = String(Math.floor(Date.now() / 1000));
		const mac = createHmac('sha256', secret(desk)).update(`${now}.`).update(body);
		return `${now}, ${mac.digest('base64')}`;
	}
	if (auth?.type !== 'signature') return undefined;
	return createHmac(auth.algorithm, PORTAL_SECRET).update(body).digest(auth.encoding);
}
