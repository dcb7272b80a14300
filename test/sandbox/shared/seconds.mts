/** A time of the sandbox's clock as it is felt at a speed, e.g. "2 s". */
export function inSeconds(ms: number, speed: number): string {
	return `${Math.round(ms / speed / 100) / 10} s`;
}
