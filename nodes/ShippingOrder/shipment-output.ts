import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../shared/failure';
import { asText, flagParam, groupParam } from '../shared/parameters/read';
import { readLabel, type Label } from '../shared/providers/delivery-solutions/label';
import { openDeliverySolutions } from '../shared/providers/delivery-solutions/session';
import { simplifyShipment } from '../shared/providers/delivery-solutions/simplify-shipment';
import { id, looseFlag, type Json } from '../shared/read';
import { ItemWithFiles, type Item, type Output } from '../shared/runner/item';
import type { Runtime } from '../shared/transport/runtime';
import type { ShipmentResult } from '../shared/vocabulary/shipment';

/**
 * A shipment as it leaves the node: simplified, or the provider's answer untouched, with its label
 * where that is asked for.
 *
 * @throws Failure if the label's link does not give it
 */
export async function shipmentOutput(item: Item, shipment: Json): Promise<Output> {
	const { wanted, field } = labelWish(item);
	const json = shown(item, shipment, {});
	return wanted ? withLabel(item, json, shipment, field, await fetchLabel(item, shipment)) : json;
}

/**
 * As `shipmentOutput`, after work that is done and must not look undone: a label that cannot be had
 * is told, and fails nothing. Simplified, it also tells what the operation did.
 */
export async function resultOutput(
	item: Item,
	{ shipment, outcome, message }: ShipmentResult<Json>,
): Promise<Output> {
	return await settledOutput(item, shipment, { outcome, message });
}

/** As `resultOutput`, for work without an outcome of its own. */
export async function settledOutput(
	item: Item,
	shipment: Json,
	told: IDataObject = {},
): Promise<Output> {
	const { wanted, field } = labelWish(item);
	const json = shown(item, shipment, told);
	if (!wanted) return json;
	const label = await fetchLabel(item, shipment).catch((failure: unknown) => noteOf(failure));
	return typeof label === 'string'
		? withNote(item, json, label)
		: await withLabel(item, json, shipment, field, label);
}

function noteOf(failure: unknown): string {
	if (failure instanceof Failure) return `${failure.facts.what}. ${failure.facts.fix}`;
	return failure instanceof Error ? failure.message : String(failure);
}

function labelWish(item: Item): { wanted: boolean; field: string } {
	const { downloadLabel, binaryPropertyName } = groupParam(item, 'options');
	const field = asText(binaryPropertyName, 'Put Output File in Field').trim();
	return { wanted: looseFlag(downloadLabel) ?? false, field: field || 'label' };
}

function shown(item: Item, shipment: Json, told: IDataObject): IDataObject {
	return isSimplified(item) ? { ...simplifyShipment(shipment), ...told } : shipment;
}

function isSimplified(item: Item): boolean {
	return flagParam(item, 'simplify', true);
}

async function fetchLabel(item: Item, shipment: Json): Promise<Label | undefined> {
	return await readLabel(await openDeliverySolutions(item.runtime), shipment);
}

async function withLabel(
	item: Item,
	json: IDataObject,
	shipment: Json,
	field: string,
	label: Label | undefined,
): Promise<Output> {
	if (!label) return withNote(item, json, 'The shipment has no label yet.');
	const name = id(shipment.orderExternalId) ?? id(shipment.id) ?? 'shipment';
	const file = `label-${name.replace(/[^\w.-]+/g, '_')}.${label.ending}`;
	const { helpers } = item.ctx;
	const binary = await helpers.prepareBinaryData(label.bytes, file, label.mimeType);
	return new ItemWithFiles(json, { [field]: binary });
}

/** What was told beside the data of an execution: once, however many shipments it is about. */
const toldNotes = new WeakMap<Runtime, Set<string>>();

/** Why there is no label: in the item where it is ours, and beside it where it is the API's. */
function withNote(item: Item, json: IDataObject, labelNote: string): IDataObject {
	if (isSimplified(item)) return { ...json, labelNote };
	const told = toldNotes.get(item.runtime) ?? new Set<string>();
	toldNotes.set(item.runtime, told);
	if (told.has(labelNote)) return json;
	told.add(labelNote);
	item.ctx.addExecutionHints({ message: labelNote, location: 'outputPane' });
	return json;
}
