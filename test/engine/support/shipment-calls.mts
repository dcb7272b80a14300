import type { INodeParameters } from 'n8n-workflow';
import { locator } from './locator.mts';

/** The panel of an operation on one shipment. */
export const onShipment = (
	operation: 'get' | 'getStatusHistory' | 'retry' | 'cancel' | 'update',
	id: string,
	changes: INodeParameters = {},
): INodeParameters => ({ operation, shipment: locator('id', id), ...changes });

/** The panel of Get Many, for all shipments that its filters let through. */
export const list = (
	filters: INodeParameters = {},
	changes: INodeParameters = {},
): INodeParameters => ({ operation: 'getAll', returnAll: true, filters, ...changes });

/** A moment as a panel or an expression gives it. */
export const iso = (at: number): string => new Date(at).toISOString();
