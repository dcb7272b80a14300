import type { CancellationRecord, Decision } from './cancellation-types.mts';
import { countersOf, moveUnits, openUnits, orderStateOf } from './counters.mts';
import { release } from './stock.mts';
import type { CancellationMode } from './switches.mts';
import { tellIfCancelled } from './tell.mts';
import type { Account, World } from './world.mts';

/** Takes units of a line out of the order, backordered ones first. */
export function cancelUnits(
	account: Account,
	of: CancellationRecord['of'],
	line: CancellationRecord['lines'][number],
	units: number,
): void {
	const { order } = of;
	const backordered = moveUnits(order, line, { from: 'backordered', to: 'cancelled', units });
	const rest = { from: 'pending', to: 'cancelled', units: units - backordered } as const;
	const cancelled = backordered + moveUnits(order, line, rest);
	release(account.inventory, of, line, cancelled);
}

/** How many units in all are let go. */
function budgetOf({ cancellation }: CancellationRecord, mode: CancellationMode): number {
	if (mode === 'reject') return 0;
	const total = cancellation.items.reduce((sum, { quantity }) => sum + quantity, 0);
	return mode === 'partly' ? Math.ceil(total / 2) : total;
}

/** Decides a cancellation. An item some of whose units have been shipped meanwhile is rejected. */
export function decide(world: World, account: Account, record: CancellationRecord): void {
	const { cancellation, of, lines } = record;
	const { cancellationMode, backorderedOrders } = world.switches;
	let budget = budgetOf(record, cancellationMode);
	cancellation.items.forEach((item, index) => {
		const line = lines[index];
		if (line === undefined) return;
		const open = openUnits(countersOf(line, of.order.state));
		const granted = item.quantity > open ? 0 : Math.min(item.quantity, budget);
		budget -= granted;
		cancelUnits(account, of, line, granted);
		item.quantityAccepted = granted;
		item.state = granted > 0 ? 'accepted' : 'rejected';
	});
	const isAccepted = cancellation.items.some(({ state }) => state === 'accepted');
	const decision: Decision = isAccepted ? 'accepted' : 'rejected';
	cancellation.state = decision;
	world.emit(
		account,
		`fulfillment_cancellation.${decision}`,
		{ ...cancellation },
		{
			state: 'pending',
		},
	);
	const before = of.order.state;
	of.order.state = orderStateOf(of.order, backorderedOrders);
	tellIfCancelled(world, account, of.order, before);
}
