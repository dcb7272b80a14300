import type { ComposedMessage } from '../../sandbox/shared/webhook-control.mts';
import type { WebhookHost } from '../harness/index.mts';
import { useTriggerDesk } from '../support/trigger-desk.mts';
import { until } from '../support/until.mts';
import { delayStart, gate } from './redelivered-starts.mts';

const desk = useTriggerDesk();

afterEach(() => jest.restoreAllMocks());

// If a delivery writes to its copy of the static data, n8n stores the whole of it, without a lock. What
// it had at the beginning of the delivery then stands in the place of what was stored meanwhile.

describe.each(['flexport', 'deliverr', 'digitalRiver'] as const)(
	'after a workflow with %s was saved anew while a delivery was under way',
	(provider) => {
		const types = {
			flexport: 'Order.Shipped',
			deliverr: 'ORDER_STATUS_UPDATE',
			digitalRiver: 'fulfillment_order.shipped',
		};
		let host: WebhookHost;
		let before: ComposedMessage;

		const message = () => {
			const [found] = desk.hooks(provider).message(types[provider]);
			if (!found) throw new Error('Nobody is registered');
			return found;
		};

		beforeEach(async () => {
			host = await desk.host(provider);
			await host.activate();
			const slow = gate();
			const start = delayStart(undefined, slow.opened);
			before = message();
			const delivery = desk.deliver(before);
			await until(() => start.times() === 1);
			host.setParameters({ provider, options: { includeHeaders: true } });
			await host.activate();
			slow.open();
			expect(await delivery).toMatchObject({ status: 200 });
			await host.settled();
			start.end();
		});

		it('the next deliveries still get in', async () => {
			for (let times = 0; times < 3; times++) {
				expect(await desk.deliver(message())).toMatchObject({ status: 200 });
			}
			await host.settled();
			expect(host.outputs()).toHaveLength(4);
		});

		it('nothing is left at the provider once it is deactivated', async () => {
			await host.deactivate();
			expect(host.problems()).toEqual([]);
			expect(desk.registered(provider)).toEqual([]);
		});

		it('what was registered before does not get in again', async () => {
			const { body } = message();
			expect(await desk.deliver({ ...before, body })).toMatchObject({ status: 401 });
			await host.settled();
			expect(host.outputs()).toHaveLength(1);
		});

		it('what n8n has stored is what is registered', () => {
			const [data] = Object.values(host.staticData());
			const ids = desk.registered(provider).map(({ id }) => String(id));
			expect(data).toMatchObject({ registrations: [{ ids, test: false }] });
		});
	},
);
