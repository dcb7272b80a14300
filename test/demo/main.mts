import { close } from './closing.mts';
import { expectOutcome, SceneFailed } from './expectation.mts';
import { type Paper, paper } from './paper.mts';
import { SCENES } from './scenes/index.mts';
import { openStage, type Stage } from './stage.mts';

/** Runs one part; says in a sentence what went wrong, if something did. */
async function succeeds(page: Paper, part: () => void | Promise<void>): Promise<boolean> {
	try {
		await part();
		return true;
	} catch (error) {
		const unforeseen = error instanceof SceneFailed ? '' : 'Something unforeseen happened: ';
		const [sentence] = (error instanceof Error ? error.message : String(error)).split('\n');
		page.bad(`${unforeseen}${sentence}`);
		return false;
	}
}

async function login({ engine, credentials, sandbox }: Stage, page: Paper): Promise<void> {
	page.heading('Fulfillment in n8n, with imitations of the logistics systems on this machine');
	page.line("The nodes, the credentials and n8n's engine are the real ones; no account is needed.");
	const systems = [
		['Flexport', sandbox.flexport.baseUrl, 'flexportApi'],
		['Deliverr', sandbox.deliverr.baseUrl, 'deliverrApi'],
		['Digital River', sandbox.digitalRiver.baseUrl, 'digitalRiverApi'],
		['Delivery Solutions', sandbox.deliverySolutions.baseUrl, 'deliverySolutionsApi'],
	] as const;
	for (const [name, url, type] of systems) {
		const { status, message } = await engine.testCredential(type, credentials[type]);
		page.line(`${name} is at ${url}. Credential test: ${message}`);
		expectOutcome(`The credential test of ${name}`, status, 'OK');
	}
}

async function demo(page: Paper): Promise<boolean> {
	const stage = await openStage();
	try {
		let good = await succeeds(page, () => login(stage, page));
		for (const [index, scene] of SCENES.entries()) {
			page.heading(`${index + 1}. ${scene.title}`);
			page.line(scene.examples.map((name) => `examples/${name}.json`).join(', '));
			page.line();
			good = (await succeeds(page, () => scene.play(stage, page))) && good;
		}
		return (await succeeds(page, () => close(stage, page))) && good;
	} finally {
		await stage.close();
	}
}

const page = paper();
let good = false;
await succeeds(page, async () => {
	good = await demo(page);
});
if (!good) page.line('Not everything went as it should: see NOT OK above.');
process.exitCode = good ? 0 : 1;
