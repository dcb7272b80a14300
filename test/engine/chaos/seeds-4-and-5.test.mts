import { testSeeds } from './test-seeds.mts';

testSeeds([4, 5]);
