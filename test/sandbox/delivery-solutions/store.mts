import type { Location } from './locations.mts';
import type { Provider } from './providers.mts';
import type { HistoryStep, StoredShipment } from './shipment-types.mts';
import type { Status } from './statuses.mts';
import type { Account } from './world.mts';

/** A shipment as lists look at it. */
export interface ListedShipment {
	shipment: StoredShipment;
	/** Counts up over all accounts. */
	sequence: number;
	createdMs: number;
	updatedMs: number;
}

/** A shipment and what the API does not tell of it. */
export interface ShipmentRecord extends ListedShipment {
	account: Account;
	history: HistoryStep[];
	/** Where it is fetched, when that is no location of the account. */
	origin: Location | undefined;
	/** Who carries it, once it is dispatched. */
	provider: Provider | undefined;
	/** What it goes through by itself, from the last dispatch on; and how much of that is past. */
	life: readonly Status[];
	step: number;
	startedAt: number;
}

/** Unix milliseconds of ISO 8601; NaN for anything else. */
export function timeOf(value: unknown): number {
	return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

/** The shipments of one account. Ids of both kinds are looked up in constant time. */
export class ShipmentStore {
	readonly records: ShipmentRecord[] = [];
	private readonly byId = new Map<string, ShipmentRecord>();
	private readonly byExternalId = new Map<string, ShipmentRecord>();
	private sorted: ShipmentRecord[] | undefined;

	add(record: ShipmentRecord): void {
		this.records.push(record);
		this.index(record);
	}

	/** By the id of the system, or else by the orderExternalId. */
	find(id: string): ShipmentRecord | undefined {
		return this.byId.get(id) ?? this.byExternalId.get(id);
	}

	hasExternalId(id: string): boolean {
		return this.byExternalId.has(id);
	}

	/** Changes a shipment; ids and times that change are found under their new values. */
	patch(record: ShipmentRecord, changes: Readonly<Record<string, unknown>>): void {
		this.byId.delete(record.shipment.id);
		this.byExternalId.delete(record.shipment.orderExternalId);
		Object.assign(record.shipment, changes);
		if ('createdAt' in changes) {
			record.createdMs = timeOf(changes.createdAt) || record.createdMs;
		}
		if ('lastUpdatedAt' in changes) {
			record.updatedMs = timeOf(changes.lastUpdatedAt) || record.updatedMs;
		}
		this.index(record);
	}

	/** All, by the time of their creation. */
	byTime(): readonly ShipmentRecord[] {
		this.sorted ??= [...this.records].sort(byCreation);
		return this.sorted;
	}

	private index(record: ShipmentRecord): void {
		this.byId.set(record.shipment.id, record);
		this.byExternalId.set(record.shipment.orderExternalId, record);
		this.sorted = undefined;
	}
}

/** Earlier first; at the same moment, in the order in which they came. */
export function byCreation(a: ListedShipment, b: ListedShipment): number {
	return a.createdMs - b.createdMs || a.sequence - b.sequence;
}
