import type { IDataObject } from 'n8n-workflow';
import { poolShown } from '../shared/providers/flexport/product-fields';
import { openFlexport } from '../shared/providers/flexport/session';
import {
	readProductNames,
	readStockLevels,
	type ProductName,
} from '../shared/providers/flexport/stock-levels';
import type { Poll } from '../shared/runner/run-poll';
import { readState, writeState, type AlertState } from './alert-state';
import { findAlerts, type Alert, type AlertKind } from './alerts';
import { settingsOf, type Settings } from './settings';

const DAY_MS = 24 * 60 * 60_000;

/**
 * One poll: what has crossed a line since the last one. A test shows what is low now.
 * @throws Failure if anything cannot be read; then nothing is remembered, and the next poll finds it
 */
export async function pollInventory({
	ctx,
	runtime,
	stored,
	isTest,
}: Poll): Promise<IDataObject[]> {
	const settings = settingsOf(ctx);
	const { query, kinds, margin, expiryDays } = settings;
	const now = Date.now();
	const scope = `${poolShown(query.poolName)} ${query.measure}`;
	const session = await openFlexport(runtime);
	const stock = await readStockLevels(session, query);
	const before = isTest ? undefined : readState(stored, scope);
	const rules = { margin, expiresBefore: now + expiryDays * DAY_MS };
	const { alerts, state } = findAlerts(stock, before ?? nothingTold(scope), rules);
	// A kind that was chosen since has its own first poll.
	const isTold = (kind: AlertKind): boolean =>
		isTest || settings.emitsAtFirst || before?.kinds.has(kind) === true;
	const told = alerts.filter(({ kind }) => kinds.includes(kind) && isTold(kind));
	const skus = told.map(({ level }) => level.sku);
	const nameOf = await readProductNames(session, skus, stock.products);
	if (!isTest) writeState(stored, state, kinds);
	return told.map((alert) => toItem(alert, settings, nameOf(alert.level.sku), now));
}

const nothingTold = (scope: string): AlertState => ({
	scope,
	low: new Set(),
	out: new Set(),
	lots: new Set(),
});

/** Quantities are units, times ISO 8601. Every kind has the same keys. */
function toItem(
	{ kind, level, lot }: Alert,
	{ query }: Settings,
	{ name, merchantSku }: ProductName,
	now: number,
): IDataObject {
	const isAboutLot = lot !== undefined;
	const threshold = isAboutLot ? null : kind === 'outOfStock' ? 0 : level.threshold;
	const detectedAt = new Date(now).toISOString();
	return {
		alertId: [kind, level.sku, lot?.expiresAt ?? detectedAt].join(' '),
		alert: kind,
		sku: level.sku,
		name,
		merchantSku,
		available: level.available,
		onHand: level.onHand,
		measure: query.measure,
		threshold,
		belowBy: threshold === null ? null : threshold - level.quantity,
		pool: poolShown(query.poolName),
		expiresAt: lot?.expiresAt ?? null,
		daysLeft: lot ? Math.floor((Date.parse(lot.expiresAt) - now) / DAY_MS) : null,
		expiringUnits: lot?.available ?? null,
		detectedAt,
	};
}
