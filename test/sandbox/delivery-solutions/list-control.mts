import type { StoredShipment } from './shipment-types.mts';
import { timeOf } from './store.mts';
import type { World } from './world.mts';

/** Runs before a page of a list is looked up; `isFirst` for one that was asked for without a token. */
export type BeforePage = (page: { isFirst: boolean }) => void;

/** What a test does to lists while they are read. */
export interface ListControl {
	/** Runs something before each page of List Shipments is looked up, e.g. to change shipments then. */
	beforePage(run: BeforePage): void;
	/**
	 * Lists show a copy in the place of a shipment, or nothing; without a copy, the shipment as it is. That
	 * lists may be answered from a replica that lags behind is not documented.
	 */
	listAs(idOrExternalId: string, copy?: StoredShipment | null): void;
}

/** Builds the lists' part of the control of a world. */
export function listControl(world: World): ListControl {
	return {
		beforePage(run) {
			world.beforePage = run;
		},
		listAs(id, copy) {
			const record = world.find(id)?.record;
			if (record === undefined) throw new Error(`There is no shipment ${id}.`);
			if (copy === undefined) {
				world.listedAs.delete(record);
				return;
			}
			const { sequence, createdMs, updatedMs } = record;
			world.listedAs.set(
				record,
				copy && {
					shipment: copy,
					sequence,
					createdMs: timeOf(copy.createdAt) || createdMs,
					updatedMs: timeOf(copy.lastUpdatedAt) || updatedMs,
				},
			);
		},
	};
}
