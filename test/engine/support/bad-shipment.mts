import type { INodeParameters } from 'n8n-workflow';
import { seenError } from './seen.mts';
import { fromJson, shipmentBody } from './shipment-parameters.mts';
import { createParameters, type ShippingDesk } from './shipping-desk.mts';

/** What is wrong with a shipment, what of it is given, and how the message begins that a person sees. */
export type BadShipment<Changes> = [name: string, changes: Changes, messageBegins: string];

/** One test for each change of the panel of Create: the message names the parameter as the panel does. */
export function testPanelRefusals(desk: ShippingDesk, rows: Array<BadShipment<INodeParameters>>) {
	testRefusals(
		desk,
		rows.map(([name, changes, begins]) => [name, createParameters(changes), begins]),
	);
}

/** One test for each change of the body of Create: the message names the path in the JSON. */
export function testJsonRefusals(
	desk: ShippingDesk,
	rows: Array<BadShipment<Record<string, unknown>>>,
) {
	testRefusals(
		desk,
		rows.map(([name, changes, begins]) => [
			name,
			{ operation: 'create', ...fromJson(shipmentBody(changes)) },
			begins,
		]),
	);
}

/** One test for each set of parameters: item and fix are told, and nothing reaches the API. */
export function testRefusals(desk: ShippingDesk, rows: Array<BadShipment<INodeParameters>>): void {
	it.each(rows)('%s', async (_name, parameters, expected) => {
		const { message, description, httpCode } = seenError(await desk.run(parameters));
		expect(message.slice(0, expected.length)).toBe(expected);
		expect(message).toMatch(/ \[item 0\]$/);
		expect(description).toMatch(/^[A-Z].*\.$/);
		expect(httpCode).toBeUndefined();
		expect(desk.sent()).toEqual([]);
	});
}
