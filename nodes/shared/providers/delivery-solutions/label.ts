import { Failure } from '../../failure';
import { record, row, text, type Json } from '../../read';
import type { ApiAnswer, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { labelUrl } from './simplify-shipment';

/** A label ready to be printed. */
export interface Label {
	bytes: Buffer;
	/** Undefined if it does not say what it is. */
	mimeType?: string;
	/** Ending of a file name, without the dot. */
	ending: string;
}

/** What the API and servers call the kinds of labels, and what they are. */
const KINDS: Readonly<Record<string, { mimeType: string; ending: string }>> = {
	pdf: { mimeType: 'application/pdf', ending: 'pdf' },
	png: { mimeType: 'image/png', ending: 'png' },
	gif: { mimeType: 'image/gif', ending: 'gif' },
	jpg: { mimeType: 'image/jpeg', ending: 'jpg' },
	jpeg: { mimeType: 'image/jpeg', ending: 'jpg' },
	zpl: { mimeType: 'text/plain', ending: 'zpl' },
};

/**
 * The label of a shipment: the file in the answer (`label.file`, base64), or what its link gives
 * (`label.url` or `referenceLinks.labelLink`). The API documents no call for labels.
 *
 * @returns undefined if the shipment has none yet
 * @throws Failure if the link does not give one
 */
export async function readLabel(session: Session, shipment: Json): Promise<Label | undefined> {
	const { file, fileType } = record(shipment.label) ?? {};
	const inAnswer = text(file);
	if (inAnswer !== undefined && !isLink(inAnswer)) return fromBase64(inAnswer, text(fileType));
	const link = inAnswer ?? labelUrl(shipment);
	return link === undefined ? undefined : await download(session, link, text(fileType));
}

function fromBase64(file: string, fileType: string | undefined): Label {
	const [, mimeType, data = file] = /^data:([^;,]*)(?:;[^;,]+)*;base64,(.*)$/s.exec(file) ?? [];
	if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(data)) {
		throw wrongLabel("The label in the shipment's answer is not a file in base64", false);
	}
	return { bytes: Buffer.from(data, 'base64'), ...kindOf(mimeType, fileType) };
}

async function download(
	session: Session,
	link: string,
	fileType: string | undefined,
): Promise<Label> {
	if (!isLink(link))
		throw wrongLabel("The shipment's link to its label is not a web address", false);
	const { origin, pathname, search } = new URL(link);
	const { ctx, pace, signal, timeoutMs } = session;
	// The link leads elsewhere and holds its own key: the API's token is not sent there, and the key
	// stays out of messages.
	const host: Session = {
		ctx,
		pace,
		signal,
		timeoutMs,
		service: "The label's server",
		baseUrl: origin,
		redact: (value) => value,
	};
	const path = pathname + search;
	const request = { method: 'GET', path, repeat: 'always', asBytes: true } as const;
	const answer = await send(host, request).catch((error: unknown) => {
		// The words for a connection speak of the credential, which has nothing to do with this.
		const isConnection = error instanceof Failure && error.facts.kind === 'connection';
		throw isConnection ? wrongLabel(error.facts.what, error.facts.transient === true) : error;
	});
	const mimeType = text(answer.headers['content-type'])?.split(';')[0]?.trim().toLowerCase();
	return { bytes: bytesIn(answer, mimeType), ...kindOf(mimeType, fileType) };
}

function bytesIn({ status, body }: ApiAnswer, mimeType: string | undefined): Buffer {
	if (status !== 200) {
		throw wrongLabel(
			`The link to the label gave no file (HTTP ${status})`,
			status >= 500 || status === 429,
		);
	}
	const bytes = body instanceof Uint8Array ? Buffer.from(body) : undefined;
	if (bytes && bytes.length > 0 && mimeType !== 'text/html') return bytes;
	throw wrongLabel('The link to the label gave a web page, or nothing at all', true);
}

function kindOf(
	mimeType: string | undefined,
	fileType: string | undefined,
): Pick<Label, 'mimeType' | 'ending'> {
	const named = row(KINDS, fileType?.toLowerCase().replace(/^(\.|.*\/)/, ''));
	const known = Object.values(KINDS).find((kind) => kind.mimeType === mimeType);
	return named ?? known ?? { ending: 'bin', ...(mimeType ? { mimeType } : {}) };
}

function isLink(value: string): boolean {
	return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function wrongLabel(what: string, transient: boolean): Failure {
	return new Failure({
		kind: 'api',
		what,
		fix: 'Get the shipment again later, or print the label in the Delivery Solutions portal.',
		transient,
	});
}
