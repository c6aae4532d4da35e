import { type DraftDiagnostic, diagnose, fieldsOf, type Schemas } from '@plumbline/model';
import { canSendBody } from './methods/bound-method.ts';
import type { BoundResource } from './methods/bound-resource.ts';
import type { TypePlan } from './types/type-plan.ts';

/** Types that could not keep the names of their components. */
export function reportNames({ variants, schemas }: TypePlan): readonly DraftDiagnostic[] {
  return variants.flatMap(({ component, name, taken }) => {
    const schema = schemas[component];
    if (taken === null || schema === undefined) return [];
    return diagnose({
      code: 'type-name-collision',
      args: { component, taken, given: name },
      at: schema.origin,
      subject: { name: component },
    });
  });
}

/** Bodies with members that are sent as they are given. */
export function reportBodies(
  resources: readonly BoundResource[],
  schemas: Schemas,
): readonly DraftDiagnostic[] {
  return resources.flatMap(({ resource, methods }) =>
    methods.flatMap(({ method, operation, body }) => {
      const isRaw = body !== null && (body.kind === 'text' || body.kind === 'binary');
      if (!isRaw || body.schema === null || fieldsOf(body.schema, schemas).length === 0) return [];
      return diagnose({
        code: 'body-not-encoded',
        args: { operation: operation.key, mediaType: body.mediaType },
        at: operation.requestBody?.origin ?? operation.origin,
        subject: { resource: resource.id, method: method.name, operation: operation.key, in: 'body' },
      });
    }),
  );
}

/** Bodies that no `fetch` sends. */
export function reportUnsent(resources: readonly BoundResource[]): readonly DraftDiagnostic[] {
  return resources.flatMap(({ resource, methods }) =>
    methods.flatMap(({ method, operation }) => {
      if (method.body === null || canSendBody(operation.method)) return [];
      return diagnose({
        code: 'body-not-sent',
        args: { operation: operation.key, method: operation.method },
        at: operation.requestBody?.origin ?? operation.origin,
        subject: { resource: resource.id, method: method.name, operation: operation.key, in: 'body' },
      });
    }),
  );
}
