import type { Operation } from './error-tables.mts';
import { refusalOfType } from './refusal.mts';
import { failTricks } from './tricks.mts';
import type { Account } from './world.mts';

/** Throws the error that `sandboxFail` tells for this operation, as often as it says. */
export function failIfTold(
	account: Account,
	operation: Operation,
	orderExternalId: string,
	orderAttributes: unknown,
): void {
	const key = `${operation} ${orderExternalId}`;
	const failed = account.failures.get(key) ?? 0;
	let allowed = 0;
	for (const trick of failTricks(orderAttributes)) {
		if (trick.operation !== operation) continue;
		allowed += trick.times;
		if (failed >= allowed) continue;
		account.failures.set(key, failed + 1);
		throw refusalOfType(operation, trick.type, { id: orderExternalId });
	}
}
