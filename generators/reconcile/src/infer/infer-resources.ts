import type { Operation, PageMethod } from '@plumbline/model';
import type { Binding } from '../bind/bind.ts';
import { type DocumentedResource, documentedResources } from '../resources.ts';
import { groupOperations } from './group-operations.ts';
import { inferredMethod, inferredPage } from './inferred-page.ts';

/** Resources that no page documents, and what their methods are bound to. */
export interface InferredResources {
  readonly resources: readonly DocumentedResource[];
  readonly bindings: ReadonlyMap<PageMethod, Binding>;
}

/** Resources for a spec without pages, in the shape of pages. */
export function inferResources(provider: string, operations: readonly Operation[]): InferredResources {
  const bindings = new Map<PageMethod, Binding>();
  const pages = groupOperations(operations).map(({ service, name, methods: own }) => {
    const methods = own.map((one) => inferredMethod(one.name, one.verb));
    methods.forEach((method, i) => {
      const operation = own[i]?.operation ?? null;
      bindings.set(method, { operation, boundBy: 'operation-id', candidate: null });
    });
    return inferredPage({ id: `${provider}.${service}.${name}`, name, summary: '', methods });
  });
  return { resources: documentedResources(pages), bindings };
}
