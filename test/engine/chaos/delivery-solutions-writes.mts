import { onShipment } from '../support/shipment-parameters.mts';
import { createParameters, SHIPPING_ORDER } from '../support/shipping-desk.mts';
import { accountFor, hasOutcome, type WriteKind, type World } from './write.mts';

const CREATE = 'Delivery Solutions create';
const UPDATE = 'Delivery Solutions update';
const RETRY = 'Delivery Solutions retry';
const CANCEL = 'Delivery Solutions cancel';

const accountOf = (world: World, name: string) =>
	accountFor(world, name, () => ({ ...world.sandbox.deliverySolutions.addAccount() }));

const shipments = (world: World, name: string) =>
	world.sandbox.deliverySolutions.shipments(accountOf(world, name).clientId);

/** How many shipments have a tag and a status. */
const inStatus = (name: string, status: string) => (world: World, tag: string) =>
	shipments(world, name).filter((one) => one.orderExternalId === tag && one.status === status)
		.length;

const stored =
	(name: string, status: string) =>
	(world: World, tags: readonly string[]): void => {
		const { clientId } = accountOf(world, name);
		for (const orderExternalId of tags) {
			world.sandbox.deliverySolutions.addShipment({ orderExternalId, status }, clientId);
		}
	};

const usual = (name: string) => ({
	name,
	node: SHIPPING_ORDER,
	expireTokens: ({ sandbox }: World) => sandbox.deliverySolutions.expireTokens(),
	credentials: (world: World) => {
		const { baseUrl, tokenUrl } = world.sandbox.deliverySolutions;
		return { deliverySolutionsApi: { ...accountOf(world, name), baseUrl, tokenUrl } };
	},
});

/** What a shipment is told to be left with. */
const noteFor = (tag: string) => `Leave ${tag} at the door`;

/** The write operations of Delivery Solutions. */
export const DELIVERY_SOLUTIONS_WRITES: readonly WriteKind[] = [
	{
		...usual(CREATE),
		parameters: createParameters({
			externalOrderId: '={{ $json.tag }}',
			options: { lookUpFirst: '={{ $json.lookUpFirst }}' },
		}),
		input: ({ dice }) => ({ lookUpFirst: dice.chance(0.2) }),
		isSending: ({ method, path }) => method === 'POST' && path.endsWith('/shipments'),
		saysDone: hasOutcome('created'),
		effects: (world, tag) =>
			shipments(world, CREATE).filter(({ orderExternalId }) => orderExternalId === tag).length,
	},
	{
		...usual(UPDATE),
		parameters: onShipment('update', '={{ $json.tag }}', {
			inputMode: 'json',
			jsonBody: '={{ JSON.stringify($json.change) }}',
		}),
		// One that gets another external ID is no longer found by the old one.
		input: ({ tag, dice }) => ({
			change: {
				deliveryInstructions: noteFor(tag),
				...(dice.chance(0.5) ? { orderExternalId: `${tag}-renamed` } : {}),
			},
		}),
		prepare: stored(UPDATE, 'PENDING_DISPATCH'),
		isSending: ({ method }) => method === 'PUT',
		saysDone: ({ outcome, error }) => outcome === undefined && error === undefined,
		effects: (world, tag) =>
			shipments(world, UPDATE).filter((one) => one.deliveryInstructions === noteFor(tag)).length,
		setsValues: true,
	},
	{
		...usual(RETRY),
		parameters: onShipment('retry', '={{ $json.tag }}'),
		prepare: stored(RETRY, 'ORDER_FAILED'),
		isSending: ({ path }) => path.endsWith('/retry'),
		saysDone: hasOutcome('retried'),
		effects: inStatus(RETRY, 'ORDER_DISPATCHED'),
	},
	{
		...usual(CANCEL),
		parameters: onShipment('cancel', '={{ $json.tag }}'),
		prepare: stored(CANCEL, 'ORDER_DISPATCHED'),
		isSending: ({ method }) => method === 'DELETE',
		saysDone: hasOutcome('cancelled'),
		effects: inStatus(CANCEL, 'ORDER_CANCELLED'),
	},
];
