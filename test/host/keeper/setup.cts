import build from '../../jest/build.cts';
import { openKeeper } from './running.mts';

export default async function setUp(): Promise<void> {
	await build();
	await openKeeper();
}
