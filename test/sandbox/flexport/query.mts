import { problem } from '../shared/problem.mts';
import type { Call } from './call.mts';
import { POOLS, type Pool } from './enums.mts';

/** Query parameters that break a rule are answered 400; which status they get is not documented. */
function badQuery(rule: string) {
	return problem(400, rule);
}

function numberOf(call: Call, name: string, minimum: number, byDefault: number): number {
	const text = call.query(name);
	if (text === undefined) return byDefault;
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value)) {
		throw badQuery(`query parameter ${name} must be a number, not "${text}"`);
	}
	if (value < minimum) throw badQuery(`query parameter ${name} must be >= ${minimum}`);
	return Math.floor(value);
}

/** Which part of a list is asked for (Products API: limit defaults to 20 and is capped at 100). */
export function pageOf<T>(call: Call, list: readonly T[]): T[] {
	const limit = Math.min(100, numberOf(call, 'limit', 1, 20));
	const offset = numberOf(call, 'offset', 0, 0);
	return list.slice(offset, offset + limit);
}

/** How many events at most (Events API: 1 to 100, default 100). */
export function eventLimitOf(call: Call): number {
	const limit = numberOf(call, 'limit', 1, 100);
	if (limit > 100) throw badQuery('query parameter limit must be <= 100');
	return limit;
}

function isPool(text: string): text is Pool {
	return POOLS.some((pool) => pool === text);
}

/** The pool that is asked for; which one is meant without the parameter is not documented. */
export function poolOf(call: Call): Pool {
	const text = call.query('poolName') ?? 'DEFAULT';
	if (!isPool(text)) {
		throw badQuery(`query parameter poolName must be one of: ${POOLS.join(', ')}`);
	}
	return text;
}

/** `true` or `false`. */
export function flagOf(call: Call, name: string): boolean {
	const text = call.query(name) ?? 'false';
	if (text !== 'true' && text !== 'false') {
		throw badQuery(`query parameter ${name} must be true or false`);
	}
	return text === 'true';
}
