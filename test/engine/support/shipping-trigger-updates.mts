import { STATUSES } from '../../sandbox/delivery-solutions/statuses.mts';
import { seededRandom } from '../../sandbox/shared/random.mts';

/** What happens to a shipment next. */
export interface Update {
	id: string;
	kind: 'made' | 'changed' | 'edited';
	status: string;
}

/** A shipment is edited, without another state, about as often as this. */
const EDITED = 0.15;
const MADE = 0.1;

/**
 * Updates of an account as they come in, the same for the same seed: shipments are made, come into
 * states, back into earlier ones too, and are edited.
 */
export class Updates {
	readonly random: () => number;
	private readonly statuses = new Map<string, string>();
	private readonly ids: string[] = [];

	constructor(
		seed: number,
		/** Shipments after which no more are made. */
		private readonly most: number,
	) {
		this.random = seededRandom(seed);
	}

	/** A shipment that is made. */
	make(): Update {
		const id = (this.ids.length + 1).toString(16).padStart(24, '0');
		this.ids.push(id);
		return this.come(id, 'made', this.pick(STATUSES));
	}

	/** @param except shipments to which nothing is to happen */
	next(except: (id: string) => boolean = () => false): Update {
		const chance = this.random();
		const free = this.ids.filter((id) => !except(id));
		if (free.length === 0 || (chance < MADE && this.ids.length < this.most)) return this.make();
		const id = this.pick(free);
		const status = this.statuses.get(id) ?? '';
		if (chance < MADE + EDITED) return { id, kind: 'edited', status };
		return this.come(id, 'changed', this.pick(STATUSES.filter((other) => other !== status)));
	}

	/** One of several. */
	pick<T>(choices: readonly T[]): T {
		const chosen = choices[Math.floor(this.random() * choices.length)];
		if (chosen === undefined) throw new Error('There is nothing to pick from.');
		return chosen;
	}

	private come(id: string, kind: Update['kind'], status: string): Update {
		this.statuses.set(id, status);
		return { id, kind, status };
	}
}
