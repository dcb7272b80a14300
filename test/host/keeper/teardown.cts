import { closeKeeper } from './running.mts';

export default closeKeeper;
