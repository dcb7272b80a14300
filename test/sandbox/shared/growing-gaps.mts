import type { DeliveryRules } from './webhook-message.mts';

const MINUTE_MS = 60_000;

/**
 * Flexport Webhooks API: anything but 200 is tried again, first after about five minutes, then
 * exponentially with gaps of at most an hour, ten attempts in all. The timeout is not documented.
 */
export const GROWING_GAPS: DeliveryRules = {
	isAccepted: (status) => status === 200,
	gapsMs: [5, 10, 20, 40, 60, 60, 60, 60, 60].map((minutes) => minutes * MINUTE_MS),
	timeoutMs: 10_000,
};
