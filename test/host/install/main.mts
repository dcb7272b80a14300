import { chosenVersion } from '../versions.mts';
import { ensureInstalled } from './index.mts';

await ensureInstalled(chosenVersion());
