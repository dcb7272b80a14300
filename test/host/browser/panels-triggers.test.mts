import { testPanels } from './panel-tests.mts';

testPanels('triggers');
