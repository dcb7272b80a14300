import { isOnCalendar } from '../../checks/calendar';

/** Offsets in hours of the zones that display texts name. Names that mean several zones, such as IST, are left out. */
const ZONES: Readonly<Record<string, number>> = {
	UTC: 0,
	GMT: 0,
	AST: -4,
	ADT: -3,
	EST: -5,
	EDT: -4,
	CST: -6,
	CDT: -5,
	MST: -7,
	MDT: -6,
	PST: -8,
	PDT: -7,
};

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

/** "April 27th 2022, 2:45:45 am CDT" (Shipping Order API, example of the status history). */
const DISPLAY =
	/^([a-z]+) (\d{1,2})(?:st|nd|rd|th) (\d{4}), (\d{1,2}):(\d{2}):(\d{2}) (am|pm) ([a-z]{3,4})$/i;

/** An ISO 8601 time with a zone; one without has no certain meaning. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * A time of the status history as ISO 8601. The documentation says ISO 8601, and its example shows
 * text for people; whatever is neither, or names an unknown zone, is not guessed at.
 */
export function readDisplayTime(value: string): string | undefined {
	const trimmed = value.trim();
	const isIso = ISO.test(trimmed) && isOnCalendar(trimmed);
	const at = isIso ? Date.parse(trimmed) : readDisplay(trimmed);
	return at === undefined || Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function readDisplay(value: string): number | undefined {
	const [, monthName = '', day, year, hour, minute, second, half = '', zoneName = ''] =
		DISPLAY.exec(value) ?? [];
	const month = MONTHS.indexOf(monthName.toLowerCase());
	const zone = Object.hasOwn(ZONES, zoneName.toUpperCase())
		? ZONES[zoneName.toUpperCase()]
		: undefined;
	if (month < 0 || zone === undefined || Number(hour) > 12) return undefined;
	// What no clock or calendar shows would be moved to a time that one does.
	if (Number(minute) > 59 || Number(second) > 59) return undefined;
	if (!isOnCalendar(`${year}-${two(month + 1)}-${two(Number(day))}`)) return undefined;
	const hours = (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
	return Date.UTC(Number(year), month, Number(day), hours - zone, Number(minute), Number(second));
}

function two(part: number): string {
	return String(part).padStart(2, '0');
}
