const CHICAGO = new Intl.DateTimeFormat('en-US', {
	timeZone: 'America/Chicago',
	year: 'numeric',
	month: 'long',
	day: 'numeric',
	hour: 'numeric',
	minute: '2-digit',
	second: '2-digit',
	hour12: true,
	timeZoneName: 'short',
});

function ordinal(day: string): string {
	if (/1[123]$/.test(day)) return `${day}th`;
	return day + ({ '1': 'st', '2': 'nd', '3': 'rd' }[day.slice(-1)] ?? 'th');
}

/** A moment as the documented history writes it, e.g. "April 27th 2022, 2:45:45 am CDT". */
export function displayTime(at: number): string {
	const parts = new Map(CHICAGO.formatToParts(at).map(({ type, value }) => [type, value]));
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
	const day = `${part('month')} ${ordinal(part('day'))} ${part('year')}`;
	const time = `${part('hour')}:${part('minute')}:${part('second')}`;
	return `${day}, ${time} ${part('dayPeriod').toLowerCase()} ${part('timeZoneName')}`;
}
