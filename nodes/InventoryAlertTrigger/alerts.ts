import type { Lot, StockLevel, StockLevels } from '../shared/providers/flexport/stock-levels';
import type { AlertState } from './alert-state';

export const ALERTS = ['lotExpiring', 'low', 'outOfStock', 'restocked'] as const;

export type AlertKind = (typeof ALERTS)[number];

export interface Alert {
	kind: AlertKind;
	level: StockLevel;
	lot?: Lot;
}

export interface AlertRules {
	/** Units above the threshold from which on a product may be told of again. */
	margin: number;
	/** A lot that expires before then, in Unix milliseconds, expires soon. */
	expiresBefore: number;
}

/**
 * What is to be told of the stock, each crossing once, and what is to be remembered of it. All kinds
 * are found, wanted or not.
 */
export function findAlerts(
	{ levels, listed }: Pick<StockLevels, 'levels' | 'listed'>,
	before: AlertState,
	rules: AlertRules,
): { alerts: Alert[]; state: AlertState } {
	const watched = new Set(levels.map(({ sku }) => sku));
	// A product that the list leaves out once is the same when it is back.
	const isMissing = (sku: string) => !watched.has(sku) && !listed.has(sku);
	const low = new Set([...before.low].filter(isMissing));
	const out = new Set([...before.out].filter(isMissing));
	const lots = new Set([...before.lots].filter((key) => isMissing(skuOf(key))));
	const alerts: Alert[] = [];
	for (const level of levels) {
		const { sku } = level;
		const wasLow = before.low.has(sku);
		const wasOut = before.out.has(sku);
		if (isDown(level, level.threshold, wasLow, rules)) {
			low.add(sku);
			if (!wasLow) alerts.push({ kind: 'low', level });
		} else if (wasLow) alerts.push({ kind: 'restocked', level });
		if (isDown(level, 0, wasOut, rules)) {
			out.add(sku);
			if (!wasOut) alerts.push({ kind: 'outOfStock', level });
		}
		for (const lot of level.lots) {
			const key = `${sku} ${lot.expiresAt}`;
			// A lot without units has nothing to sell before it expires; one that was told of stays told.
			const isSoon = lot.available > 0 && Date.parse(lot.expiresAt) < rules.expiresBefore;
			if (isSoon && !before.lots.has(key)) alerts.push({ kind: 'lotExpiring', level, lot });
			if (isSoon || before.lots.has(key)) lots.add(key);
		}
	}
	return { alerts, state: { scope: before.scope, low, out, lots } };
}

/** Whether a product is at or below a line, or was and is not above it by the margin yet. */
function isDown(
	{ quantity }: StockLevel,
	line: number,
	was: boolean,
	{ margin }: AlertRules,
): boolean {
	return quantity <= line || (was && quantity < line + margin);
}

const skuOf = (key: string): string => key.slice(0, key.indexOf(' '));
