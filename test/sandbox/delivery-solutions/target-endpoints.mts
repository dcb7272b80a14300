import type { FastifyRequest } from 'fastify';
import { controlBody } from '../shared/control-endpoints.mts';
import type { Endpoint } from '../shared/endpoints.mts';
import { problem } from '../shared/problem.mts';
import { compile, objectSchema, unprocessable, validated } from '../shared/validation.mts';
import type { DeliverySolutionsHooks } from './portal.mts';
import type { TargetInput } from './targets.mts';

const text = { type: 'string' };
const word = (name: string) => ({ type: 'string', const: name });
const all = (properties: Record<string, object>, optional: Record<string, object> = {}) =>
	objectSchema({ ...properties, ...optional }, Object.keys(properties));

const AUTHS = {
	none: all({ type: word('none') }),
	signature: all(
		{
			type: word('signature'),
			secret: text,
			algorithm: { type: 'string', enum: ['sha256', 'sha1', 'sha512', 'md5'] },
			encoding: { type: 'string', enum: ['hex', 'base64'] },
		},
		{ header: text },
	),
	basic: all({ type: word('basic'), username: text, password: text }),
	bearer: all({ type: word('bearer'), token: text }),
	header: all({ type: word('header'), name: text, value: text }),
};

const validateTarget = compile<TargetInput>(
	objectSchema(
		{
			url: text,
			kind: { type: 'string', enum: ['order', 'communication'] },
			statuses: { type: 'array', items: text },
			auth: { anyOf: Object.values(AUTHS) },
		},
		['url', 'kind', 'auth'],
	),
);

function idOf({ params }: FastifyRequest): string {
	return String(typeof params === 'object' && params !== null && 'id' in params ? params.id : '');
}

/** The portal for other processes. */
export function targetEndpoints(path: string, hooks: DeliverySolutionsHooks): Endpoint[] {
	return [
		{
			method: 'POST',
			path: `${path}/targets`,
			handle(request) {
				const target = validated(validateTarget, controlBody(request));
				try {
					return { status: 201, body: hooks.addTarget(target) };
				} catch (error) {
					throw unprocessable([error instanceof Error ? error.message : String(error)]);
				}
			},
		},
		{
			method: 'DELETE',
			path: `${path}/targets`,
			handle() {
				for (const { id } of hooks.list()) hooks.removeTarget(String(id));
				return { status: 204 };
			},
		},
		{
			method: 'DELETE',
			path: `${path}/targets/:id`,
			handle(request) {
				const id = idOf(request);
				if (!hooks.list().some((target) => target.id === id)) {
					throw problem(404, `There is no target ${id}.`);
				}
				hooks.removeTarget(id);
				return { status: 204 };
			},
		},
	];
}
