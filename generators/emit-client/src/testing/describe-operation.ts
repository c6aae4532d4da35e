import { dictionary, type Operation, type Param } from '@plumbline/model';
import type { Encoded } from '@plumbline/render';
import { boundResources } from '../methods/bound-resource.ts';
import { printDescriptor } from '../methods/descriptor.ts';
import { planSecurity } from '../methods/security.ts';
import { planServer } from '../methods/servers.ts';
import { methodOf, modelOf, operation, paramOf } from './model.ts';
import { ORIGIN } from './plan.ts';

/** The descriptor of an operation, and what it needs of the runtime. */
export function describeOperation(
  bound: Operation,
  {
    keys = {},
    failures = [],
  }: { readonly keys?: { readonly [name: string]: string }; readonly failures?: readonly string[] } = {},
): { readonly descriptor: Encoded<'ts'> | null; readonly runtime: readonly string[] } {
  const params: Param[] = bound.parameters.map((one) => paramOf(one, keys[one.name]));
  const model = modelOf(
    { services: { things: { things: [[methodOf('call', bound, { params }), bound]] } } },
    {
      securitySchemes: ['token', 'key', 'cert'].map((name) => ({
        name,
        type: name === 'cert' ? 'mutualTLS' : 'oauth2',
        description: '',
        origin: ORIGIN,
      })),
      // What the others need, so that it is the usual.
      operations: dictionary([
        ['GET /a', operation('GET /a', { security: [requirement('token')] })],
        ['GET /b', operation('GET /b', { security: [requirement('token')] })],
        [bound.key, bound],
      ]),
    },
  );
  const [method] = boundResources(model)[0]?.methods ?? [];
  if (method === undefined) throw new Error('no method');
  const runtime: string[] = [];
  const descriptor = printDescriptor(method, {
    schemas: model.schemas,
    security: planSecurity(model),
    server: planServer(model),
    failures,
    onRuntime: (name) => runtime.push(name),
  });
  return { descriptor, runtime };
}

export const requirement = (name: string, scopes: readonly string[] = []) => ({
  schemes: [{ name, scopes }],
});
/** One alternative of several schemes. */
export const together = (...names: readonly string[]) => ({
  schemes: names.map((name) => ({ name, scopes: [] })),
});
/** What `describeOperation`'s client takes where a method says nothing. */
export const usual = { security: [requirement('token')] };
