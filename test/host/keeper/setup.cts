import { openKeeper } from './running.mts';

export default openKeeper;
