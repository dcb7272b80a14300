import type { IDataObject } from 'n8n-workflow';

/** An item as n8n hands it on: what JSON cannot hold is not in it. */
export function asJson(value: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, held(one)]));
}

function held(value: unknown): IDataObject[string] {
	try {
		return JSON.parse(JSON.stringify(value) ?? 'null');
	} catch {
		return null;
	}
}
