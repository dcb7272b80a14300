import { readJsonObject } from '../../shared/checks/json-input';
import { inputModeProperties, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import { showFor, type Operation } from '../../shared/parameters/operation';
import { groupParam, isJsonInput, param } from '../../shared/parameters/read';
import { openDeliverySolutions } from '../../shared/providers/delivery-solutions/session';
import { updateShipment } from '../../shared/providers/delivery-solutions/update-shipment';
import { looseFlag } from '../../shared/read';
import { readChange } from '../fields/read-shipment';
import { changeFields } from '../fields/update-fields';
import { forceUpdateOption } from '../force-update-option';
import { labelOptions } from '../label-options';
import { shipmentIdOf, shipmentLocator } from '../shipment-locator';
import { settledOutput } from '../shipment-output';

const EXAMPLE = '{\n  "deliveryInstructions": "Please close the gate",\n  "pickupTime": null\n}';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update shipping order',
	description: 'Change a shipment, above all before it is dispatched',
	properties: [
		shipmentLocator,
		...inputModeProperties('change', EXAMPLE),
		...changeFields.map((field) => showFor(field, 'inputMode', 'fields')),
		simplifyProperty,
		optionsOf([forceUpdateOption, ...labelOptions]),
	],
	run: async (item) => {
		const asJson = isJsonInput(item);
		const body = asJson ? readJsonObject(param(item, 'jsonBody'), 'JSON Body') : readChange(item);
		const session = await openDeliverySolutions(item.runtime);
		const shipment = await updateShipment(session, shipmentIdOf(item), body, {
			naming: asJson ? 'json' : 'panel',
			forceUpdate: looseFlag(groupParam(item, 'options').forceUpdate) ?? false,
		});
		return [await settledOutput(item, shipment)];
	},
};
