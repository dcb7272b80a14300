import type { INodeParameters } from 'n8n-workflow';
import TABLES from '../../fixtures/delivery-solutions/error-tables.json';
import { failing, onShipment } from '../support/shipment-parameters.mts';
import { onlyErrorItem } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useShippingDesk();
useHurry();

type Row = (typeof TABLES)['create'][number];

/** A call that writes: how the sandbox is told to fail it, and how the node makes it. */
interface Write {
	name: 'create' | 'edit' | 'cancel' | 'retry';
	method: string;
	/** The paths of this call, by whichever ID. */
	writes: RegExp;
	parameters: (told: string) => INodeParameters;
}

const WRITES: Write[] = [
	{
		name: 'create',
		method: 'POST',
		writes: /\/shipments$/,
		parameters: (told) => createParameters(failing(told)),
	},
	{
		name: 'edit',
		method: 'PUT',
		writes: /\/shipments\/[^/]+$/,
		parameters: () => onShipment('update', 'SHOP-1', { updateFields: { groupId: 'G-2' } }),
	},
	{
		name: 'cancel',
		method: 'DELETE',
		writes: /\/shipments\/[^/]+$/,
		parameters: () => onShipment('cancel', 'SHOP-1'),
	},
	{
		name: 'retry',
		method: 'POST',
		writes: /\/shipments\/[^/]+\/retry$/,
		parameters: () => onShipment('retry', 'SHOP-1'),
	},
];

/** The gateway answers this one, with a code of its own. */
const GATEWAY_CODES: Readonly<Record<string, string>> = { UNAUTHORIZED: 'UJ0001' };

/**
 * How often a call is sent that never succeeds. A token is renewed once, and an ID that is not found
 * is tried as the shipment's own; a rate limit of an hour is not waited for.
 */
function sendings(name: Write['name'], type: string, severity: string): number {
	if (type === 'TOO_MANY_REQUESTS') return 1;
	const isUnknownId = type === 'NOT_FOUND' || (name === 'retry' && type === 'INVALID_DATA');
	if (type === 'UNAUTHORIZED' || isUnknownId) return 2;
	return severity === 'Transient' ? 5 : 1;
}

/** Told as a success that says so. */
const isFailure = ({ type }: Row) => type !== 'ORDER_ALREADY_CANCELED';

describe.each(WRITES)(
	'each error of the table of $name',
	({ name, method, writes, parameters }) => {
		it.each(TABLES[name].filter(isFailure))(
			'is told as $severity, and sent as often as that: $status $type',
			async ({ type, status, severity }) => {
				const told = `${name} ${type}`;
				if (name !== 'create') {
					desk.api.addShipment({
						orderExternalId: 'SHOP-1',
						status: 'ORDER_FAILED',
						orderAttributes: { sandboxFail: told },
					});
				}
				if (status === 429) {
					const fault = { kind: 'status', status, retryAfter: 3600 } as const;
					desk.sandbox.faults.add({ method, path: writes, fault, when: { every: 1 } });
				}
				const before = structuredClone(desk.api.shipment('SHOP-1'));
				const result = await desk.run(parameters(told), { onError: 'continueRegularOutput' });
				const { error, details } = onlyErrorItem(result);
				expect(error).toMatch(new RegExp(`^[A-Z].* \\(HTTP ${status}\\) \\[item 0\\]$`));
				expect(details).toMatchObject({
					fix: expect.stringMatching(/^[A-Z].*\.$/),
					code: GATEWAY_CODES[type] ?? type,
					httpCode: String(status),
					transient: severity === 'Transient',
				});
				expect(desk.sandbox.log.find(method, writes)).toHaveLength(sendings(name, type, severity));
				expect(desk.api.shipment('SHOP-1')).toEqual(before);
			},
		);
	},
);
