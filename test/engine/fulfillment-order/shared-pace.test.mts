import type { WorkflowFile } from '../harness/index.mts';
import { useOrderDesk, FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { useQuietTime } from '../support/quiet-time.mts';

const desk = useOrderDesk();
// However slow the machine is, all requests that may begin have begun before the first answer.
useQuietTime(10);

/** Asks for one order that is not there for each of sixteen items, with a stored credential. */
function lookups(credentialId: string): WorkflowFile {
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Look',
				type: FULFILLMENT_ORDER,
				onError: 'continueRegularOutput',
				parameters: { operation: 'get', order: { __rl: true, mode: 'id', value: '12345' } },
				credentials: { flexportApi: { id: credentialId, name: 'Flexport' } },
			},
		],
		connections: { Start: { main: [[{ node: 'Look', type: 'main', index: 0 }]] } },
	};
}

/** Most requests that the API had at the same time while two executions ran. */
async function mostAtOnce(first: string, second: string): Promise<number> {
	desk.sandbox.faults.add({ method: 'GET', latencyMs: 500, when: { every: 1 } });
	const input = Array.from({ length: 16 }, (_, n) => ({ json: { n } }));
	const credentials = desk.credentials();
	const runs = [first, second].map((id) =>
		desk.engine.runWorkflow(lookups(id), { credentials, input }),
	);
	for (const result of await Promise.all(runs)) expect(result.items('Look')).toHaveLength(16);
	expect(desk.sandbox.log.all()).toHaveLength(32);
	return desk.sandbox.log.maxInFlight();
}

it('two executions with the same credential share one pace', async () => {
	expect(await mostAtOnce('one', 'one')).toBeLessThan(20);
});

it('two executions with credentials of their own do not', async () => {
	expect(await mostAtOnce('this', 'that')).toBe(32);
});
