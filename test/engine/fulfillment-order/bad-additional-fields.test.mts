import type { INodeParameters } from 'n8n-workflow';
import { testRefusals, type BadInput } from '../support/bad-input.mts';
import { useOrderDesk } from '../support/order-desk.mts';

const desk = useOrderDesk();

const extra = (additionalFields: INodeParameters): INodeParameters => ({ additionalFields });
const duties = (changes: INodeParameters): INodeParameters =>
	extra({
		duties: {
			values: {
				merchantOfRecordAccountId: 'A',
				merchantOfRecordOrderId: 'B',
				merchantOfRecordProvider: 'GLOBALE',
				...changes,
			},
		},
	});

const PROMISES: BadInput[] = [
	[
		'a ship-by date after the deliver-by date',
		() => extra({ shipBy: '2099-02-02T00:00:00Z', deliverBy: '2099-02-01T00:00:00Z' }),
		"'Deliver By' is 2099-02-01T00:00:00.000Z, which is not after the ship-by date 2099-02-02T00:00:00.000Z",
	],
	[
		'a ship-by date equal to the deliver-by date',
		() => extra({ shipBy: '2099-02-02T00:00:00Z', deliverBy: '2099-02-02T00:00:00Z' }),
		"'Deliver By' is 2099-02-02T00:00:00.000Z, which is not after",
	],
	[
		'a ship-by date after it by its time zone',
		() => extra({ shipBy: '2099-02-02T10:00:00-08:00', deliverBy: '2099-02-02T12:00:00+00:00' }),
		"'Deliver By' is 2099-02-02T12:00:00.000Z, which is not after",
	],
	[
		'a ship-by date in the past',
		() => extra({ shipBy: '2020-01-01T00:00:00Z' }),
		"'Ship By' is 2020-01-01T00:00:00.000Z, which is not in the future",
	],
	[
		'a deliver-by date in the past',
		() => extra({ deliverBy: '2020-01-01T00:00:00Z' }),
		"'Deliver By' is 2020-01-01T00:00:00.000Z, which is not in the future",
	],
	[
		'a date that is none',
		() => extra({ shipBy: 'next Tuesday' }),
		`'Ship By' is "next Tuesday", which is not a date and time`,
	],
	[
		'delivery days that are no number',
		() => extra({ deliveryDays: '={{ "soon" }}' }),
		`'Delivery Days' is "soon", but must be a number`,
	],
	[
		'a yes that is neither true nor false',
		() => extra({ isSubscriptionOrder: '={{ "maybe" }}' }),
		`'Subscription Order' is "maybe", but must be true or false`,
	],
	[
		'duties without account ID',
		() => duties({ merchantOfRecordAccountId: '' }),
		"'Account ID' in 'Duties' is empty",
	],
	[
		'duties without order ID',
		() => duties({ merchantOfRecordOrderId: '' }),
		"'Order ID' in 'Duties' is empty",
	],
	[
		'an incoterm that there is not',
		() => duties({ incoterm: '={{ "FOB" }}' }),
		`'Incoterm' in 'Duties' is "FOB", which is not one of DAP, DDP, DDU`,
	],
	[
		'a merchant of record that there is not',
		() => duties({ merchantOfRecordProvider: '={{ "ME" }}' }),
		`'Provider' in 'Duties' is "ME", which is not one of`,
	],
	[
		'a billing address in a country that there is not',
		() =>
			extra({ dropShipData: { values: { billingAddress: { values: { countryCode: 'XX' } } } } }),
		`'Country' in 'Billing Address' in 'Drop Ship Data' is "XX", which is not the code of a country`,
	],
];

describe('a bad additional field is told by its name in the panel, and nothing is sent', () => {
	testRefusals(desk, PROMISES);
});
