import { id, list, record, records, type Json } from '../../read';
import type { Session } from '../../transport/api-request';
import { callShipment } from './about-shipment';
import { getShipment } from './get-shipment';

/**
 * The status history of a shipment as the API gives it: usually one object with a list `orderStatus`.
 * For an id that it does not know the API documents no error, so that an empty answer is followed up:
 * the shipment is looked for, and asked for by its own id.
 *
 * @param onlyUnique leaves out a status that came before (query `is_unique`)
 * @throws Failure if there is no such shipment
 */
export async function getStatusHistory(
	session: Session,
	shipmentId: string,
	onlyUnique: boolean,
): Promise<Json[]> {
	const histories = await read(session, shipmentId, onlyUnique);
	if (histories.length > 0) return histories;
	const ownId = id((await getShipment(session, shipmentId)).id);
	if (ownId === undefined || ownId === shipmentId) return [];
	return await read(session, ownId, onlyUnique);
}

async function read(session: Session, shipmentId: string, onlyUnique: boolean): Promise<Json[]> {
	const answer = await callShipment(session, shipmentId, (segment) => ({
		method: 'GET',
		path: `/shipments/${segment}/status-history`,
		...(onlyUnique ? { query: { is_unique: 'true' } } : {}),
		repeat: 'always',
	}));
	const single = record(answer.body);
	return single ? [single] : records(list(answer.body));
}
