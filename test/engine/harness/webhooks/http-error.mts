/** An error that n8n answers with its own status; every other one becomes a 500. */
export class HttpError extends Error {
	readonly status: number;
	readonly hint: string | undefined;

	constructor(status: number, message: string, hint?: string) {
		super(message);
		this.status = status;
		this.hint = hint;
	}
}

const HINTS = {
	production:
		"The workflow must be active for a production URL to run successfully. You can activate the workflow using the toggle in the top-right of the editor. Note that unlike test URL calls, production URL calls aren't shown on the canvas (only in the executions list)",
	test: "Click the 'Execute workflow' button on the canvas, then try again. (In test mode, the webhook only works for one call after you click this button)",
};

/** n8n's answer to a path, or a method of a path, that nothing listens on. */
export function webhookNotFound(
	kind: keyof typeof HINTS,
	method: string,
	path: string,
	methods: string[] = [],
): HttpError {
	if (methods.length === 0) {
		// Of a test URL, n8n names the path alone.
		const asked = kind === 'test' ? path : `${method} ${path}`;
		const message = `The requested webhook "${asked}" is not registered.`;
		return new HttpError(404, message, HINTS[kind]);
	}
	const others = [methods.slice(0, -1).join(', '), methods.at(-1)].filter(Boolean).join(' or ');
	return new HttpError(
		404,
		`This webhook is not registered for ${method} requests. Did you mean to make a ${others} request?`,
	);
}
