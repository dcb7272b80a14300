import type { Paper } from '../paper.mts';
import type { Stage } from '../stage.mts';

/** One thing that the demo shows. It throws SceneFailed where something else came of it. */
export interface Scene {
	title: string;
	/** The workflows of examples/ that it runs. */
	examples: readonly string[];
	play(stage: Stage, paper: Paper): Promise<void>;
}
