import { leaveTraces } from './leave-traces.mts';

leaveTraces();
