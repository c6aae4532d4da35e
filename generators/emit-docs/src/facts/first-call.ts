import type { MethodExample, ProviderExamples } from '@plumbline/emit-client/examples';
import type { Method, ProviderModel, Resource } from '@plumbline/model';
import { exampleCode } from './example-code.ts';

/** What somebody tries first. */
export interface FirstCall {
  /** Null where nothing can be selected from. */
  readonly sql: string | null;
  readonly typescript: string;
}

interface Candidate {
  readonly resource: Resource;
  readonly method: Method;
  readonly example: MethodExample;
  readonly needs: number;
}

/** The method that reads and needs least. */
export function firstCall(
  model: ProviderModel,
  examples: Pick<ProviderExamples, 'setup' | 'ofResource'>,
): FirstCall {
  let best: Candidate | null = null;
  for (const service of model.services) {
    for (const resource of service.resources) {
      const known = examples.ofResource(service, resource);
      for (const method of resource.methods) {
        const example = known.get(method);
        if (example === undefined || method.sqlVerb !== 'select') continue;
        const needs = example.call.params.length;
        if (best === null || needs < best.needs) best = { resource, method, example, needs };
      }
    }
  }
  if (best === null) return { sql: null, typescript: examples.setup };
  const { sql, typescript } = exampleCode(best.example, best.method, { model, resource: best.resource });
  return { sql, typescript: `${examples.setup}\n${typescript}` };
}
