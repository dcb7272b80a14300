/** CI plays simulations, chaos, fuzz and properties in full; before each change a sample is enough. */
const IS_FULL = process.env.STRESS === 'full';

/** How many of so many cases that differ in their seed only are played. */
export function extent(all: number, sample: number = Math.ceil(all / 10)): number {
	return IS_FULL ? all : sample;
}
