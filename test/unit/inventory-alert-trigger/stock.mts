import type { AlertState } from '../../../nodes/InventoryAlertTrigger/alert-state.ts';
import type { Alert, AlertRules } from '../../../nodes/InventoryAlertTrigger/alerts.ts';
import type {
	StockLevel,
	StockLevels,
} from '../../../nodes/shared/providers/flexport/stock-levels.ts';

export const DAY_MS = 24 * 60 * 60_000;

export const NOW = Date.parse('2026-01-15T12:00:00.000Z');

/** Thirty days ahead, no margin. */
export const RULES: AlertRules = { margin: 0, expiresBefore: NOW + 30 * DAY_MS };

export const NOTHING_TOLD: AlertState = {
	scope: 'DEFAULT available',
	low: new Set(),
	out: new Set(),
	lots: new Set(),
};

/** The stock of a watched product; its threshold is 10. */
export const level = (
	sku: string,
	quantity: number,
	changes: Partial<StockLevel> = {},
): StockLevel => ({
	sku,
	available: quantity,
	onHand: quantity,
	quantity,
	threshold: 10,
	lots: [],
	...changes,
});

/** Stock of which every product is watched; others are only in the list. */
export const stockOf = (
	levels: StockLevel[],
	others: string[] = [],
): Pick<StockLevels, 'levels' | 'listed'> => ({
	levels,
	listed: new Set([...levels.map(({ sku }) => sku), ...others]),
});

/** What is told: the kind, the SKU and, for a lot, when it expires. */
export const shown = (alerts: readonly Alert[]): string[] =>
	alerts.map(({ kind, level: { sku }, lot }) => [kind, sku, lot?.expiresAt].join(' ').trim());
