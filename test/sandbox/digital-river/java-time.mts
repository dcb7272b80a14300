import { isObject } from '../shared/json.mts';

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const MONTHS = [
	'JANUARY',
	'FEBRUARY',
	'MARCH',
	'APRIL',
	'MAY',
	'JUNE',
	'JULY',
	'AUGUST',
	'SEPTEMBER',
	'OCTOBER',
	'NOVEMBER',
	'DECEMBER',
];
const DAY = 86_400_000;
const LARGEST_OFFSET = 18 * 3600;

/** A moment as the API writes it, without a fraction that is nothing. */
export function instant(ms: number): string {
	return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** A moment as the examples of the Fulfillment orders page write it, in UTC. */
export function exploded(iso: string): object {
	const at = new Date(iso);
	const year = at.getUTCFullYear();
	return {
		offset: {
			totalSeconds: 0,
			id: 'Z',
			rules: { fixedOffset: true, transitions: [], transitionRules: [] },
		},
		nano: at.getUTCMilliseconds() * 1_000_000,
		year,
		monthValue: at.getUTCMonth() + 1,
		dayOfMonth: at.getUTCDate(),
		hour: at.getUTCHours(),
		minute: at.getUTCMinutes(),
		second: at.getUTCSeconds(),
		dayOfWeek: DAYS[at.getUTCDay()],
		dayOfYear: Math.floor((at.getTime() - Date.UTC(year, 0, 1)) / DAY) + 1,
		month: MONTHS[at.getUTCMonth()],
	};
}

function whole(value: unknown, from: number, to: number): number {
	const fits = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
	return fits ? value : Number.NaN;
}

/** The moment of a Java time object, or undefined if it is none. */
export function implode(value: unknown): string | undefined {
	if (!isObject(value) || !isObject(value.offset)) return undefined;
	const day = Date.UTC(
		whole(value.year, 1000, 9999),
		whole(value.monthValue, 1, 12) - 1,
		whole(value.dayOfMonth, 1, 31),
	);
	// 31 April would run on into May.
	if (Number.isNaN(day) || new Date(day).getUTCDate() !== value.dayOfMonth) return undefined;
	const minutes = whole(value.hour, 0, 23) * 60 + whole(value.minute, 0, 59);
	const offset = whole(value.offset.totalSeconds, -LARGEST_OFFSET, LARGEST_OFFSET);
	const seconds = minutes * 60 + whole(value.second, 0, 59) - offset;
	const ms = Math.floor(whole(value.nano ?? 0, 0, 999_999_999) / 1_000_000);
	const at = day + seconds * 1000 + ms;
	return Number.isNaN(at) ? undefined : instant(at);
}
