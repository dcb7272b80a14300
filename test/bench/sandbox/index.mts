import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CallName, Calls, Reply } from './protocol.mts';

const PROGRAM = join('test', 'bench', 'sandbox', 'main.mts');

/** The sandbox, in a process of its own, so that its work is not the contenders'. */
export interface SandboxProcess {
	ask<Name extends CallName>(name: Name, ask: Calls[Name]['ask']): Promise<Calls[Name]['answer']>;
	close(): Promise<void>;
}

/** Starts it. It ends with this process at the latest. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
	const child = fork(PROGRAM);
	let asked = 0;

	const reply = <Answer,>(id: number) =>
		new Promise<Answer>((resolve, reject) => {
			const onExit = (code: number | null) => reject(new Error(`The sandbox ended with ${code}.`));
			const onMessage = (message: Reply<Answer>) => {
				if (message.id !== id) return;
				child.off('message', onMessage).off('exit', onExit);
				if (message.answer !== undefined) resolve(message.answer);
				else reject(new Error(`The sandbox: ${message.error}`));
			};
			child.on('message', onMessage).on('exit', onExit);
		});

	await reply(asked);
	return {
		async ask(name, ask) {
			asked += 1;
			const answer = reply<Calls[typeof name]['answer']>(asked);
			child.send({ id: asked, name, ask });
			return await answer;
		},
		async close() {
			child.disconnect();
			if (child.exitCode === null) await once(child, 'exit');
		},
	};
}
