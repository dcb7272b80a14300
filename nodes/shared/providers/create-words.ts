import { Failure } from '../failure';

/** What was created or was there already, as messages speak of it. */
export interface Created {
	noun: 'Order' | 'Shipment';
	externalId: string;
	/** What a person must know of one that will not be sent as it stands; empty for others. */
	note: string;
}

export interface Existing extends Created {
	service: string;
	/** What differs from the one that was to be created. */
	difference: string | undefined;
	ifExists: 'return' | 'fail';
	/** How the API refuses a second one. */
	code: string;
	httpCode: string;
	/** The provider's own id of it, where a person can do something with it. */
	ownId?: string;
}

export function createdMessage({ noun, externalId, note }: Created): string {
	return `${noun} "${externalId}" was created.${note}`;
}

/**
 * The message for one that has this external id already.
 * @throws Failure if that is a different one, or if the person wants to be told
 */
export function existingMessage(existing: Existing): string {
	const { service, externalId, note, difference, ifExists, ownId, code, httpCode } = existing;
	const noun = existing.noun.toLowerCase();
	const article = noun === 'order' ? 'an' : 'a';
	const known = `${service} already has ${article} ${noun} with the external order ID "${externalId}"`;
	const which = ownId === undefined ? '' : ` The ${noun} that exists has the ID ${ownId}.`;
	const refused = (what: string, fix: string): Failure =>
		new Failure({
			kind: 'api',
			what,
			fix: `Nothing was created.${fix}`,
			field: 'External Order ID',
			code,
			httpCode,
			transient: false,
		});
	if (difference !== undefined) {
		const what = `${known}, and it is a different ${noun}: ${difference}`;
		throw refused(what, ` Give each ${noun} an 'External Order ID' of its own.${which}`);
	}
	if (ifExists === 'fail') {
		const it = which === '' ? 'the one that exists' : 'it';
		const option = `'If ${existing.noun} Already Exists' to 'Return It' in Options`;
		throw refused(known, `${which} To get ${it} instead, set ${option}.`);
	}
	return `${known}. It was not made again.${note}`;
}
