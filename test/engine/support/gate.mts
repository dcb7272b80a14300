/** Something that others wait for, and that a test brings about. */
export interface Gate {
	readonly opened: Promise<void>;
	open(): void;
}

export function closedGate(): Gate {
	let open = (): void => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { opened, open };
}
