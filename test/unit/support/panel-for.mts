import type { IDisplayOptions } from 'n8n-workflow';
import { inside, type Entry } from './panel.mts';

/** The systems of the Fulfillment Order node, by the names that saved workflows have. */
export const PROVIDERS = ['flexport', 'deliverr', 'digitalRiver'] as const;

export type Provider = (typeof PROVIDERS)[number];

/** Whether something of a panel shows for a provider, whatever else it depends on. */
function isFor(provider: Provider, { show, hide }: IDisplayOptions): boolean {
	const shownFor: unknown[] | undefined = show?.['/provider'] ?? show?.provider;
	const hiddenFor: unknown[] = hide?.['/provider'] ?? hide?.provider ?? [];
	return (shownFor?.includes(provider) ?? true) && !hiddenFor.includes(provider);
}

/** What a panel shows for a provider: parameters at every depth, and the choices of drop-downs. */
export function panelFor<T extends Entry>(provider: Provider, entries: readonly T[]): T[] {
	return entries
		.filter((entry) =>
			isFor(provider, 'displayOptions' in entry ? { ...entry.displayOptions } : {}),
		)
		.map((entry) => {
			const shown = panelFor(provider, inside(entry));
			if ('values' in entry) return { ...entry, values: shown };
			if ('modes' in entry && entry.modes) return { ...entry, modes: shown };
			return 'options' in entry && entry.options ? { ...entry, options: shown } : entry;
		});
}
