import { anyProvider } from './any-provider.mts';
import { badAddress } from './bad-address.mts';
import { cancelled } from './cancelled.mts';
import { delivered } from './delivered.mts';
import { heard } from './heard.mts';
import { lostAnswer } from './lost-answer.mts';
import { lowStock } from './low-stock.mts';
import { retried } from './retried.mts';
import type { Scene } from './scene.mts';
import { shipmentMended } from './shipment-mended.mts';
import { shipped } from './shipped.mts';

/** In the order in which they are shown. */
export const SCENES: readonly Scene[] = [
	delivered,
	retried,
	cancelled,
	badAddress,
	lostAnswer,
	lowStock,
	shipped,
	shipmentMended,
	anyProvider,
	heard,
];
