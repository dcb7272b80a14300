import type { ICredentialType } from 'n8n-workflow';
import { DeliverrApi } from '../../../credentials/DeliverrApi.credentials.ts';
import { DigitalRiverApi } from '../../../credentials/DigitalRiverApi.credentials.ts';
import { FlexportApi } from '../../../credentials/FlexportApi.credentials.ts';
import { create } from '../../../nodes/FulfillmentOrder/operations/create.ts';
import { operations } from '../../../nodes/FulfillmentOrder/operations/index.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import * as deliverrHttp from '../../../nodes/shared/providers/deliverr/http-errors.ts';
import { ORDER_ERRORS as DELIVERR_ERRORS } from '../../../nodes/shared/providers/deliverr/order-errors.ts';
import { ORDER_FIELDS as DELIVERR_FIELDS } from '../../../nodes/shared/providers/deliverr/order-fields.ts';
import * as digitalRiverErrors from '../../../nodes/shared/providers/digital-river/errors.ts';
import { ORDER_FIELDS as DIGITAL_RIVER_FIELDS } from '../../../nodes/shared/providers/digital-river/order-fields.ts';
import type { ErrorEntry } from '../../../nodes/shared/providers/error-entry.ts';
import * as flexportHttp from '../../../nodes/shared/providers/flexport/http-errors.ts';
import { ORDER_ERRORS as FLEXPORT_ERRORS } from '../../../nodes/shared/providers/flexport/order-errors.ts';
import { ORDER_FIELDS as FLEXPORT_FIELDS } from '../../../nodes/shared/providers/flexport/order-fields.ts';
import { labelsOf } from '../support/panel.mts';
import { panelFor, type Provider } from '../support/panel-for.mts';

interface Words {
	fields: readonly Field[];
	/** Everything that the catalogues of a provider say. */
	errors: readonly (ErrorEntry & { field?: string })[];
	credential: ICredentialType;
}

const { HTTP_ERRORS, CODE_ERRORS } = flexportHttp;

const OF: Record<Provider, Words> = {
	flexport: {
		fields: FLEXPORT_FIELDS,
		errors: [
			...[HTTP_ERRORS, CODE_ERRORS, FLEXPORT_ERRORS].flatMap((table) => Object.values(table)),
			flexportHttp.OTHER_ERROR,
			flexportHttp.SERVER_ERROR,
			flexportHttp.UNREADABLE,
		],
		credential: new FlexportApi(),
	},
	deliverr: {
		fields: DELIVERR_FIELDS,
		errors: [
			...[deliverrHttp.HTTP_ERRORS, DELIVERR_ERRORS].flatMap((table) => Object.values(table)),
			deliverrHttp.OTHER_ERROR,
			deliverrHttp.SERVER_ERROR,
			deliverrHttp.UNREADABLE,
		],
		credential: new DeliverrApi(),
	},
	digitalRiver: {
		fields: DIGITAL_RIVER_FIELDS,
		errors: [
			...Object.values(digitalRiverErrors.HTTP_ERRORS),
			digitalRiverErrors.OTHER_ERROR,
			digitalRiverErrors.SERVER_ERROR,
			digitalRiverErrors.UNREADABLE,
		],
		credential: new DigitalRiverApi(),
	},
};

const PROVIDERS = ['flexport', 'deliverr', 'digitalRiver'] as const;

/** The labels of a table's fields; a group that the panel shows without a frame has none of its own. */
function labelsIn(fields: readonly Field[]): string[] {
	return fields.flatMap((field) => {
		if (!('fields' in field)) return [field.label];
		const own = field.kind === 'group' && field.inline ? [] : [field.label];
		return [...own, ...labelsIn(field.fields)];
	});
}

const quotedIn = ({ what, fix }: ErrorEntry): string[] =>
	[...`${what} ${fix}`.matchAll(/'([A-Z][^']*)'/g)].flatMap(([, label]) => label ?? []);

describe.each(PROVIDERS)('for %s', (provider) => {
	const { fields, errors, credential } = OF[provider];

	it('each label of its checks is one that the panel of Create shows for it', () => {
		const panel = labelsOf(panelFor(provider, create.properties));
		expect(labelsIn(fields).filter((label) => !panel.has(label))).toEqual([]);
	});

	const panel = labelsOf(
		panelFor(
			provider,
			operations.flatMap(({ properties }) => properties),
		),
	);
	const quoted = [...new Set(errors.flatMap(quotedIn))];

	it.each(quoted)(
		'the label that its catalogues name is in its panel or credential: %s',
		(label) => {
			expect([...panel, ...labelsOf(credential.properties)]).toContain(label);
		},
	);

	it('the parameter that an error is about is one that the panel shows for it', () => {
		const about = errors.flatMap(({ field }) => field ?? []);
		expect(about.filter((label) => !panel.has(label))).toEqual([]);
	});

	it('every error says what happened in a sentence without a full stop, and what to do with one', () => {
		const wrong = errors.filter(({ what, fix }) => /\.$/.test(what) || !/^[A-Z].*\.$/.test(fix));
		expect(wrong).toEqual([]);
	});
});

describe('a parameter that two providers share', () => {
	it('is named once: no two parameters that show for one provider have the same name', () => {
		for (const provider of PROVIDERS) {
			for (const { properties } of operations) {
				const names = panelFor(provider, properties).map(({ name }) => name);
				expect(names).toEqual([...new Set(names)]);
			}
		}
	});
});
