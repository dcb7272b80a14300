import { testSeeds } from './test-seeds.mts';

// In two files, so that two run side by side.
testSeeds([1, 2, 3]);
