import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { several } from '../shared/parameters/read';
import {
	listShipments,
	MOST_PER_PAGE,
	type ShipmentFilter,
} from '../shared/providers/delivery-solutions/list-shipments';
import { openDeliverySolutions } from '../shared/providers/delivery-solutions/session';
import { shipmentStatus } from '../shared/providers/delivery-solutions/shipment-status';
import { simplifyShipment } from '../shared/providers/delivery-solutions/simplify-shipment';
import { id, looseFlag, record, text } from '../shared/read';
import type { Poll } from '../shared/runner/run-poll';
import type { Session } from '../shared/transport/api-request';
import { readState, writeState } from './change-state';
import { readChanges, updatedAt, type Change } from './read-changes';

/** Shipments that a test shows. */
const SHOWN_IN_TEST = 5;

/** A test shows what changed in so much time, by either clock. */
const TEST_WINDOW_MS = 24 * 60 * 60_000;

/** Locations of one list (Shipping Order API, list). */
const MOST_LOCATIONS = 100;

/** What the panel of the trigger says. */
interface Settings {
	/** Empty for all. */
	statuses: readonly string[];
	simplify: boolean;
	filter: ShipmentFilter;
}

/**
 * One poll: the shipments whose state has changed since the last one. A test shows those of the last
 * 24 hours.
 * @throws Failure if the list cannot be read; then nothing is remembered, and the next poll finds it
 */
export async function pollShipments({
	ctx,
	runtime,
	stored,
	isTest,
}: Poll): Promise<IDataObject[]> {
	const settings = settingsOf(ctx);
	const session = await openDeliverySolutions(runtime);
	if (isTest) return (await latest(session, settings)).map((change) => toItem(change, settings));
	// The order of the locations makes no other list.
	const scope = [...(settings.filter.locationExternalIds ?? [])].sort().join(' ');
	const before = readState(stored, scope);
	const { filter } = settings;
	const { changes, state } = await readChanges(session, filter, { before, scope, now: Date.now() });
	const items = changes
		.filter((change) => isWanted(change, settings))
		.map((change) => toItem(change, settings));
	writeState(stored, state);
	return items;
}

/** Only without any filter does the API list the last 24 hours; with locations alone it lists them all. */
async function latest(session: Session, settings: Settings): Promise<Change[]> {
	const options = { wanted: Infinity, pageSize: MOST_PER_PAGE };
	const now = Date.now();
	const lastUpdatedAt = { startsAt: now - TEST_WINDOW_MS, endsAt: now + TEST_WINDOW_MS };
	const shipments = await listShipments(session, { ...settings.filter, lastUpdatedAt }, options);
	return shipments
		.map((shipment) => ({ shipment, before: null }))
		.filter((change) => isWanted(change, settings))
		.sort((a, b) => updatedAt(b.shipment) - updatedAt(a.shipment))
		.slice(0, SHOWN_IN_TEST);
}

function isWanted({ shipment }: Change, { statuses }: Settings): boolean {
	return statuses.length === 0 || statuses.includes(text(shipment.status) ?? '');
}

/** @throws Failure of kind `input` for more locations than the API takes */
function settingsOf(ctx: IPollFunctions): Settings {
	const { locationIds } = record(ctx.getNodeParameter('options', {})) ?? {};
	const locations = several(locationIds);
	if (locations.length > MOST_LOCATIONS) {
		throw inputFailure(
			`'Location IDs' has ${locations.length} IDs, but at most ${MOST_LOCATIONS} are possible`,
			'Take some away, or use several triggers.',
			'Location IDs',
		);
	}
	return {
		statuses: several(ctx.getNodeParameter('statuses', [])),
		simplify: looseFlag(ctx.getNodeParameter('simplify', true)) ?? true,
		filter: locations.length > 0 ? { locationExternalIds: locations } : {},
	};
}

function toItem({ shipment, before }: Change, { simplify }: Settings): IDataObject {
	if (!simplify) return { ...shipment };
	const at = updatedAt(shipment);
	const changedAt = at > 0 ? new Date(at).toISOString() : null;
	const simplified = simplifyShipment(shipment);
	const { externalOrderId, providerStatus } = simplified;
	return {
		changeId: [id(shipment.id) ?? externalOrderId, providerStatus, changedAt].join(' '),
		...simplified,
		previousStatus: before === null ? null : shipmentStatus({ status: before }),
		previousProviderStatus: before,
		changedAt,
	};
}
