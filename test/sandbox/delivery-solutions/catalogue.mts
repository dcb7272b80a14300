import type { Life } from './life.mts';
import { providerNamed } from './providers.mts';
import type { Address, CreateShipmentBody } from './shipment-types.mts';
import { USUAL_LIFE, type Status } from './statuses.mts';
import { storeShipment } from './store-shipment.mts';
import type { World } from './world.mts';

type Row = [
	orderExternalId: string,
	location: string,
	minutesAgo: number,
	status: Status,
	customer: string,
	title: string,
	price: number,
];

const ROWS: readonly Row[] = [
	['WEB-2001', '7709', 1290, 'ORDER_DELIVERED', 'Ada Lee', 'Watch', 129],
	['WEB-2002', '100983', 1180, 'ORDER_DELIVERED', 'Ben Ortiz', 'Desk lamp', 64.5],
	['WEB-2003', 'NYClocation101', 1010, 'ORDER_UNDELIVERABLE', 'Cleo Marsh', 'Umbrella', 32],
	['WEB-2004', '7709', 860, 'ORDER_CANCELLED', 'Dev Rao', 'Backpack', 89],
	['WEB-2005', '7709', 610, 'ORDER_DELAYED', 'Eva Lund', 'Tea set', 48],
	['WEB-2006', '100983', 480, 'OUT_FOR_DELIVERY', 'Finn Gray', 'Headphones', 199],
	['WEB-2007', '7709', 390, 'IN_TRANSIT', 'Gus Hale', 'Rain jacket', 110],
	['WEB-2008', 'NYClocation101', 300, 'PICKUP_STARTED', 'Hana Kim', 'Cook book', 35],
	['WEB-2009', '7709', 190, 'ORDER_ASSIGNED', 'Ivo Novak', 'Board game', 42],
	['WEB-2010', '7709', 120, 'ORDER_FAILED', 'Jo Baker', 'Running shoes', 95],
	['WEB-2011', '100983', 45, 'PENDING_RELEASE', 'Kim Vance', 'Coffee beans', 24],
	['WEB-2012', '7709', 10, 'ORDER_DISPATCHED', 'Lia Moss', 'Notebook', 12],
];

/** The way to a status that is not on the usual one. */
const WAYS: Partial<Record<Status, readonly Status[]>> = {
	ORDER_UNDELIVERABLE: [...USUAL_LIFE.slice(0, -1), 'ORDER_UNDELIVERABLE'],
	ORDER_CANCELLED: ['ORDER_DISPATCHED', 'ORDER_CANCELLED'],
	ORDER_DELAYED: [...USUAL_LIFE.slice(0, -2), 'ORDER_DELAYED'],
	ORDER_FAILED: ['ORDER_FAILED'],
	PENDING_RELEASE: ['PENDING_RELEASE'],
};

const ADDRESSES: Readonly<Record<string, Address>> = {
	'7709': { street1: 'Albany Street', city: 'Boston', state: 'MA', postalCode: '02118' },
	'100983': { street1: 'Mercedes Avenue', city: 'Dallas', state: 'TX', postalCode: '75206' },
	NYClocation101: { street1: 'Pine Street', city: 'New York', state: 'NY', postalCode: '10005' },
};

function bodyOf([orderExternalId, location, minutes, , name, title, price]: Row) {
	const address = ADDRESSES[location];
	const phone = `+1 617-555-0${String(minutes).padStart(3, '0').slice(0, 3)}`;
	const item = { sku: title.toUpperCase().replace(' ', '-'), quantity: 1, title, price };
	return {
		orderExternalId,
		locationExternalId: location,
		orderValue: price,
		deliveryContact: { name, phone },
		deliveryAddress: { postalCode: '02118', ...address, street1: `${minutes} ${address?.street1}` },
		itemList: [item],
		package: { name: 'Small box', weight: { value: 2, unit: 'lb' } },
	} satisfies CreateShipmentBody;
}

/** Fills the default account with a day's shipments of a small shop. They stay as they are. */
export function stockShipments(world: World, life: Life): void {
	const account = world.accountOf();
	const now = world.clock.now();
	for (const row of ROWS) {
		const [, locationId, minutes, status] = row;
		const location = world.locations.get(locationId);
		if (location === undefined) continue;
		const at = now - minutes * 60_000;
		const record = storeShipment(world, account, bodyOf(row), {
			location,
			provider: providerNamed(location.providers[0] ?? 'UPS'),
			sequence: world.nextSequence(),
			at,
		});
		record.life = WAYS[status] ?? USUAL_LIFE.slice(0, USUAL_LIFE.indexOf(status) + 1);
		life.start(record);
		const gap = (minutes * 60_000) / (record.life.length + 1);
		record.life.slice(1).forEach((next, index) => {
			life.enter(record, next, Math.floor(at + gap * (index + 1)));
		});
	}
}
