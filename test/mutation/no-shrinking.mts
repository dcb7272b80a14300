import fc from 'fast-check';

// A mutant is found by the first case that fails. Which is the smallest, nobody asks.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
