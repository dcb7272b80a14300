import { saveWorkflow } from '../rest/workflows.mts';
import { chain, node, nodesWith } from '../workflows/build.mts';
import { untilHeard } from './until-heard.mts';
import { useEditor } from './use-editor.mts';

const desk = useEditor();
const WEBHOOK = 'd43d8f17-74e1-4990-a250-02558252439e';

const trigger = (verification: string) =>
	nodesWith(desk.accounts)(
		'Shipment changes',
		'orderStatusTrigger',
		'deliverySolutionsApi',
		{ provider: 'deliverySolutions', events: ['order'], verification },
		{ webhookId: WEBHOOK },
	);

/** Opens the panel of a trigger that is saved. */
async function openTrigger(verification: string) {
	const file = chain('Shipments', trigger(verification), node('Tell the team', 'noOp'));
	const { id } = await saveWorkflow(desk.rest, file);
	await desk.editor.openWorkflow(id);
	return await desk.editor.openPanel('Shipment changes');
}

it('shows both addresses, and what to do with them', async () => {
	const panel = await openTrigger('header');
	const { page } = desk.editor;
	await page.getByText('Listen for what happens to your orders').waitFor();
	await panel.root.getByText('Webhook URLs').click();
	await panel.root.getByText('Test URL').click();
	await panel.root.getByText(`${desk.host.url}/webhook-test/${WEBHOOK}/webhook`).waitFor();
	await panel.root.getByText('Production URL', { exact: true }).click();
	await panel.root.getByText(`${desk.host.url}/webhook/${WEBHOOK}/webhook`).waitFor();
	await panel.root.getByText('has no call to register a webhook').waitFor();
	await panel.close();
});

it('warns of what lets strangers in', async () => {
	const panel = await openTrigger('header');
	const warning = panel.root.getByText('can start this workflow with made-up data');
	await warning.waitFor({ state: 'hidden' });
	await panel.choose('verification', 'None');
	await warning.waitFor();
	await panel.choose('verification', 'Signature (Unconfirmed)');
	await panel.root.getByText('holds a hash of the body').waitFor();
	await panel.close();
});

it('listens for a test event, and shows it', async () => {
	const panel = await openTrigger('none');
	const { page } = desk.editor;
	await page.getByTestId('trigger-execute-button').click();
	const url = `${desk.host.url}/webhook-test/${WEBHOOK}/webhook`;
	await page.getByText('Stop Listening', { exact: false }).first().waitFor();
	const { deliverySolutions } = desk.sandbox;
	const { id } = deliverySolutions.hooks.addTarget({ url, kind: 'order', auth: { type: 'none' } });
	await deliverySolutions.hooks.fire('OUT_FOR_DELIVERY', { externalOrderId: 'WEB-2006' });
	await untilHeard(desk, page.getByTestId('output-panel').getByText('WEB-2006').first());
	deliverySolutions.hooks.removeTarget(id);
	await panel.close();
});
