import { randomUUID } from 'node:crypto';

/** A write with an idempotency key of its own, which all its sendings share. */
export const keyedPost = (path: string) =>
	({
		method: 'POST',
		path,
		headers: { 'idempotency-key': randomUUID() },
		repeat: 'idempotent',
	}) as const;
