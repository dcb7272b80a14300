/** 1,234 */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** 0.87 s */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** 1.17 */
export const times = (ratio: number): string => ratio.toFixed(2);

/** 12 % */
export const percent = (part: number): string =>
	`${(part * 100).toFixed(part < 0.1 && part > 0 ? 1 : 0)} %`;

/** 0.65 ms */
export const milliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;

/** 5.4 kB */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** 81 MB */
export const megabytes = (bytes: number): string =>
	`${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`;
