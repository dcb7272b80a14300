import { startSandbox } from '../../sandbox/server.mts';
import { deliver } from './deliver.mts';
import type { Question, Reply } from './protocol.mts';
import { Stage } from './stage.mts';

const HOURS = 3_600_000;

// Orders stay as they were created: what would happen to them later would be work of its own.
const life = { routingMs: HOURS, warehouseMs: HOURS, shippedMs: HOURS, deliveredMs: HOURS };

const sandbox = await startSandbox({ life });
const stage = new Stage(sandbox);

async function answer(question: Question): Promise<unknown> {
	switch (question.name) {
		case 'scene':
			return stage.set(question.ask);
		case 'tally':
			return stage.tally();
		case 'signer': {
			const { baseUrl, keys } = sandbox.digitalRiver;
			return { apiKey: keys.secret, baseUrl };
		}
		case 'deliver':
			return await deliver(sandbox.digitalRiver.hooks, question.ask);
	}
}

process.on('message', (question: Question) => {
	const { id } = question;
	answer(question).then(
		(given) => process.send?.({ id, answer: given } satisfies Reply),
		(error: unknown) => process.send?.({ id, error: String(error) } satisfies Reply),
	);
});
process.once('disconnect', () => process.exit());
process.send?.({ id: 0, answer: 'ready' } satisfies Reply);
