import type { Contender } from '../contenders/contender.mts';
import type { BenchEngine } from '../contenders/engine.mts';
import type { Section } from '../report/section.mts';
import type { SandboxProcess } from '../sandbox/index.mts';

/** Who and what the parts work with. */
export interface Bench {
	sandbox: SandboxProcess;
	engine: BenchEngine;
	ours: Contender;
	httpRequest: Contender;
	floor: Contender;
	axios: Contender;
	/** Fewer rounds: the figures are rough. */
	quick: boolean;
}

/** One part of the measuring. */
export type Part = (bench: Bench) => Promise<Section>;
