import type { IDataObject } from 'n8n-workflow';
import { ADDRESS_PANEL, LOCATION_PANEL, UPDATE_PANEL } from '../../support/shipment-panel.mts';
import { FULL_ORDER_PANEL } from '../../support/order-panel.mts';

/** Panels with every one of their fields filled in, by the scene that they belong to. */
export const WHOLE_PANELS: Readonly<Record<string, readonly IDataObject[]>> = {
	'flexport create': [FULL_ORDER_PANEL],
	'shipment create': [LOCATION_PANEL, ADDRESS_PANEL],
	'shipment update': [UPDATE_PANEL],
};
