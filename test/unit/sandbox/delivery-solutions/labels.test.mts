import axios from 'axios';
import { closeBenches } from '../helpers.mts';
import { openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const created = async (sandboxLabel?: string) => {
	const orderAttributes = sandboxLabel === undefined ? {} : { sandboxLabel };
	const { data } = await desk.shipping.post('/shipments', shipmentBody({ orderAttributes }));
	expect((await desk.shipping.get('/shipments/WEB-1')).data.label).toEqual(data.label);
	return data;
};
const download = (url: string, headers = {}) =>
	axios.get<Buffer>(url, { headers, responseType: 'arraybuffer', validateStatus: () => true });

/** Follows the table of a PDF to its objects. */
function expectPdf(bytes: Buffer): void {
	const text = bytes.toString('latin1');
	expect(text).toMatch(/^%PDF-1\.\d\n/);
	expect(text).toMatch(/%%EOF\n$/);
	const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
	expect(text.slice(start)).toMatch(/^xref\n0 6\n/);
	const offsets = [...text.matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
	expect(offsets).toHaveLength(5);
	offsets.forEach((offset, index) => {
		expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`));
	});
}

test.each([undefined, 'link'])('with %s there is a link to a PDF', async (trick) => {
	const { label, referenceLinks, trackingId } = await created(trick);
	expect(label).toBeNull();
	const { status, headers, data } = await download(referenceLinks.labelLink);
	expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
	expectPdf(data);
	expect(data.toString('latin1')).toContain(trackingId);
});

test('the token of the API must not be sent there', async () => {
	const { referenceLinks } = await created();
	const { status, data } = await download(referenceLinks.labelLink, { authorization: 'Bearer x' });
	expect(status).toBe(400);
	expect(data.toString()).toContain('no Authorization header');
});

test.each([
	['a wrong token', (url: string) => `${url}x`],
	['no token', (url: string) => url.replace(/&token=.*/, '')],
	['another shipment', (url: string) => url.replace(/orderId=\w+/, 'orderId=0')],
])('%s is 404', async (_what, change) => {
	const { referenceLinks } = await created();
	expect((await download(change(referenceLinks.labelLink))).status).toBe(404);
});

test('file: the label is in the answer, no longer than documented', async () => {
	const { label, referenceLinks, trackingId } = await created('file');
	expect(label).toEqual({ trackingId, file: expect.any(String), fileType: 'PDF' });
	expect(label.file.length).toBeLessThanOrEqual(1000);
	expectPdf(Buffer.from(label.file, 'base64'));
	expect(referenceLinks.labelLink).toBeNull();
});

test('url: the label has an address of its own', async () => {
	const { label, referenceLinks } = await created('url');
	expect(Object.keys(label)).toEqual(['url']);
	expect((await download(label.url)).status).toBe(200);
	expect(referenceLinks.labelLink).toBeNull();
});

test('none: there is no label', async () => {
	const { label, referenceLinks } = await created('none');
	expect([label, referenceLinks.labelLink]).toEqual([null, null]);
});

test('broken: the link leads nowhere; page: it leads to a web page', async () => {
	const broken = await created('broken');
	expect((await download(broken.referenceLinks.labelLink)).status).toBe(404);
	desk = await openDesk();
	const page = await created('page');
	const { status, headers, data } = await download(page.referenceLinks.labelLink);
	expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
	expect(data.toString()).toContain('<html>');
});

test('a download can be cut like any other call', async () => {
	const { referenceLinks } = await created();
	desk.sandbox.faults.add({ path: /label/, fault: { kind: 'cutDuring' } });
	await expect(download(referenceLinks.labelLink)).rejects.toThrow('aborted');
	desk.sandbox.faults.add({ path: /label/, fault: { kind: 'slowBody', ms: 20 } });
	expectPdf((await download(referenceLinks.labelLink)).data);
});
