import type { LabelTrick } from './tricks.mts';
import { LABEL_PATH } from './dialect.mts';
import { labelPdf } from './pdf.mts';
import type { Json } from './shipment-types.mts';

/** The token of a label link: in the documented examples, the id of the shipment in base64. */
export function labelToken(id: string): string {
	return Buffer.from(id).toString('base64');
}

function linkTo(origin: string, id: string): string {
	const query = new URLSearchParams({ orderId: id, token: labelToken(id) });
	return `${origin}${LABEL_PATH}?${query.toString()}`;
}

/** What a shipment tells of its label. */
export interface LabelFields {
	label: Json | null;
	labelLink: string | null;
}

/** The label as a shipment shows it. What `fileType` says of a PDF is not documented. */
export function labelFields(
	trick: LabelTrick,
	{ origin, id, trackingId }: { origin: string; id: string; trackingId: string },
): LabelFields {
	const url = linkTo(origin, id);
	switch (trick) {
		case 'none':
			return { label: null, labelLink: null };
		case 'url':
			return { label: { url }, labelLink: null };
		case 'file': {
			const file = labelPdf(trackingId).toString('base64');
			return { label: { trackingId, file, fileType: 'PDF' }, labelLink: null };
		}
		default:
			return { label: null, labelLink: url };
	}
}
