import type { IDataObject } from 'n8n-workflow';
import type { FailureFacts } from '../../../nodes/shared/failure.ts';
import { readLabel, type Label } from '../../../nodes/shared/providers/delivery-solutions/label.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, scriptedApi, type Step } from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const PDF = Buffer.from('%PDF-1.4\n\u00e2\u00e3', 'latin1');
const BASE64 = PDF.toString('base64');
const KEY = 'NWUxZjFlZjU';
const LINK = `https://labels.example/api/v2/label?orderId=5e1f&token=${KEY}`;
const pdf = (type = 'application/pdf') => answers(200, PDF, { 'content-type': type });

const read = async (shipment: IDataObject, ...steps: Step[]): Promise<Label | undefined> =>
	await finish(readLabel(scriptedApi(steps).session, shipment));

const failure = async (shipment: IDataObject, ...steps: Step[]): Promise<FailureFacts> =>
	(await failureOf(readLabel(scriptedApi(steps).session, shipment))).facts;

describe('a label in the answer', () => {
	it.each([
		['base64', BASE64],
		['base64 in lines', `${BASE64.slice(0, 8)}\r\n${BASE64.slice(8)}\n`],
		['a data address', `data:application/pdf;base64,${BASE64}`],
		['a data address with more to say', `data:application/pdf;name=label.pdf;base64,${BASE64}`],
	])('may be %s, and no request is sent', async (_form, file) => {
		expect(await read({ label: { file, fileType: 'pdf' } })).toEqual({
			bytes: PDF,
			mimeType: 'application/pdf',
			ending: 'pdf',
		});
	});

	it.each([
		['pdf', 'application/pdf', 'pdf'],
		['PDF', 'application/pdf', 'pdf'],
		['.pdf', 'application/pdf', 'pdf'],
		['application/pdf', 'application/pdf', 'pdf'],
		['image/png', 'image/png', 'png'],
		['PNG', 'image/png', 'png'],
		['jpeg', 'image/jpeg', 'jpg'],
		['JPG', 'image/jpeg', 'jpg'],
		['gif', 'image/gif', 'gif'],
		['ZPL', 'text/plain', 'zpl'],
	])('of the kind %s is %s', async (fileType, mimeType, ending) => {
		expect(await read({ label: { file: BASE64, fileType } })).toEqual({
			bytes: PDF,
			mimeType,
			ending,
		});
	});

	it.each([undefined, null, '', 'constructor', 'epl', 5])(
		'of a kind that nobody knows is a file all the same: %j',
		async (fileType) => {
			const label = await read({ label: { file: BASE64, fileType } });
			expect(label).toEqual({ bytes: PDF, ending: 'bin' });
		},
	);

	it('is known by its data address where it does not say its kind', async () => {
		expect(await read({ label: { file: `data:image/png;base64,${BASE64}` } })).toMatchObject({
			mimeType: 'image/png',
			ending: 'png',
		});
	});

	it.each(['not base64!', 'data:text/plain,hello', '<html>no</html>', 'ftp://labels.example/1'])(
		'is told of where it is none: %s',
		async (file) => {
			expect(await failure({ label: { file } })).toEqual({
				kind: 'api',
				what: "The label in the shipment's answer is not a file in base64",
				fix: expect.stringMatching(/^Get the shipment again later.*\.$/),
				transient: false,
			});
		},
	);

	it('comes before its link', async () => {
		const label = { file: BASE64, fileType: 'pdf', url: LINK };
		expect(await read({ label, referenceLinks: { labelLink: LINK } })).toMatchObject({
			bytes: PDF,
		});
	});
});

describe('a label behind a link', () => {
	it.each<[string, IDataObject]>([
		['in the label', { label: { url: LINK } }],
		['among the links', { label: null, referenceLinks: { labelLink: LINK } }],
		['where the file belongs', { label: { file: LINK } }],
		[
			'in the label before the one among the links',
			{ label: { url: LINK }, referenceLinks: { labelLink: 'x' } },
		],
	])('is fetched: %s', async (_where, shipment) => {
		const api = scriptedApi([pdf()]);
		expect(await finish(readLabel(api.session, shipment))).toEqual({
			bytes: PDF,
			mimeType: 'application/pdf',
			ending: 'pdf',
		});
		expect(api.sendings.map(({ options }) => [options.method, options.url])).toEqual([
			['GET', LINK],
		]);
	});

	it('is fetched without the token of the API, as it leads elsewhere', async () => {
		const api = scriptedApi([pdf()]);
		await finish(readLabel(api.session, { label: { url: LINK } }));
		expect(api.sendings.map(({ credential }) => credential)).toEqual([undefined]);
		expect(api.sendings[0]?.options.headers).toBeUndefined();
	});

	it.each([
		['application/pdf; charset=binary', 'application/pdf', 'pdf'],
		['IMAGE/PNG', 'image/png', 'png'],
		['application/x-unknown', 'application/x-unknown', 'bin'],
	])('is known by what its server calls it: %s', async (type, mimeType, ending) => {
		expect(await read({ label: { url: LINK } }, pdf(type))).toEqual({
			bytes: PDF,
			mimeType,
			ending,
		});
	});

	it('is known by what the API calls it, before what its server does', async () => {
		const shipment = { label: { url: LINK, fileType: 'zpl' } };
		expect(await read(shipment, pdf('application/octet-stream'))).toMatchObject({ ending: 'zpl' });
	});

	it('is known by neither where neither says it', async () => {
		expect(await read({ label: { url: LINK } }, answers(200, PDF))).toEqual({
			bytes: PDF,
			ending: 'bin',
		});
	});

	it('is fetched again after trouble', async () => {
		const label = await read(
			{ label: { url: LINK } },
			answers(503),
			breaksWith('ECONNRESET'),
			pdf(),
		);
		expect(label?.bytes).toEqual(PDF);
	});

	it.each([
		[400, false],
		[403, false],
		[404, false],
		[204, false],
		[500, true],
	])('that gives %d is told of', async (status, transient) => {
		const facts = await failure({ label: { url: LINK } }, answers(status, Buffer.from('no')));
		expect(facts).toMatchObject({
			kind: 'api',
			what: `The link to the label gave no file (HTTP ${status})`,
			transient,
		});
	});

	it.each<[string, Step]>([
		['a page', answers(200, Buffer.from('<html>'), { 'content-type': 'text/html; charset=utf-8' })],
		['an empty file', answers(200, Buffer.alloc(0), { 'content-type': 'application/pdf' })],
	])('that gives %s is told of', async (_what, step) => {
		expect((await failure({ label: { url: LINK } }, step)).what).toBe(
			'The link to the label gave a web page, or nothing at all',
		);
	});

	it.each([
		'/api/v2/label',
		'labels.example/1',
		'javascript:alert(1)',
		'file:///etc/passwd',
		'http://',
	])('that is no web address is not followed: %s', async (url) => {
		const api = scriptedApi([pdf()]);
		const { facts } = await failureOf(readLabel(api.session, { label: { url } }));
		expect(facts.what).toBe("The shipment's link to its label is not a web address");
		expect(api.sendings).toEqual([]);
	});

	it.each(['ECONNREFUSED', 'ECONNRESET', 'CERT_HAS_EXPIRED'])(
		'whose server cannot be reached: %s',
		async (code) => {
			const facts = await failure({ label: { url: LINK } }, breaksWith(code));
			expect(facts.transient).toBe(code !== 'CERT_HAS_EXPIRED');
			expect(facts.what).toContain("The label's server");
			// The link came with the shipment: nothing in the credential leads there.
			expect(facts.fix).not.toContain('credential');
		},
	);

	it.each<[string, Step]>([
		['a refusal', answers(403, Buffer.from(`no ${KEY}`), { x: KEY })],
		['a page', answers(200, Buffer.from(KEY), { 'content-type': 'text/html' })],
		['a cut connection', breaksWith('ECONNRESET')],
	])('holds a key that stands in no failure: %s', async (_what, step) => {
		expect(JSON.stringify(await failure({ label: { url: LINK } }, step))).not.toContain(KEY);
	});
});

it.each<[IDataObject]>([
	[{}],
	[{ label: null, referenceLinks: null }],
	[{ label: {}, referenceLinks: {} }],
	[{ label: { file: '', url: '' }, referenceLinks: { labelLink: '' } }],
	[{ label: 'none', referenceLinks: [] }],
])('a shipment that has no label yet gives none: %j', async (shipment) => {
	expect(await read(shipment)).toBeUndefined();
});
