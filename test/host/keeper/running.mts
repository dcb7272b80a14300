import { KEEPER } from './ask.mts';
import { Keeper } from './keeper.mts';

let keeper: Keeper | undefined;

/** Before the first file of a run. Jest may ask once for each project. */
export async function openKeeper(): Promise<void> {
	keeper ??= new Keeper();
	process.env[KEEPER] ??= await keeper.open();
}

/** After the last. If jest ends in any other way, what the keeper has started ends with it. */
export async function closeKeeper(): Promise<void> {
	await keeper?.close();
	keeper = undefined;
	Reflect.deleteProperty(process.env, KEEPER);
}
