import { testPanels } from './panel-tests.mts';

testPanels('orders');
