import { crossings } from './inventory-alert-crossings.mts';
import { quantityAt } from './inventory-alert-history.mts';
import { DAY_MS, START, timeOf, type Month } from './inventory-alert-month.mts';

/** What has to be told, as "kind SKU poll": by what the polls that did not fail have seen. */
export function expectedOf(month: Month, skus: readonly string[]): string[] {
	const { histories, line, alerts, lotDay, expiryDays = 0 } = month;
	const seen = histories.fails.flatMap((fails, poll) => (fails ? [] : [poll]));
	const expected = skus.flatMap((sku, product) => {
		const tell = (kind: string, polls: readonly number[]): string[] =>
			alerts.includes(kind) ? polls.map((at) => `${kind} ${sku} ${seen[at] ?? ''}`) : [];
		const units = seen.map((poll) => quantityAt(histories, product, poll));
		const atLine = crossings(units, line);
		const soon = lotDay
			? seen.findIndex(
					(poll) => START + (lotDay(product) - expiryDays) * DAY_MS < timeOf(month, poll),
				)
			: -1;
		return [
			...tell('low', atLine.fallen),
			...tell('restocked', atLine.risen),
			...tell('outOfStock', crossings(units, { ...line, at: 0 }).fallen),
			...tell('lotExpiring', soon < 0 ? [] : [soon]),
		];
	});
	return expected.sort();
}
