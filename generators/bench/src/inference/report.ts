import { reconcile } from '@plumbline/reconcile';
import type { Documents } from '../binding/documents.ts';
import { markdownTable } from '../markdown-table.ts';
import { type Agreement, agreementOf, type Documented } from './agreement.ts';

/** What the spec alone tells, beside what the pages say: how many operations have the same. */
export function inferenceTable(all: readonly Documents[]): string {
  const rows = all.map((documents) => {
    const found = inferenceOf(documents);
    const { operations, neighbours, resources } = found;
    const share = (count: number, of: number): string => (of === 0 ? '1.000' : (count / of).toFixed(3));
    return [
      documents.title,
      String(operations),
      ...[found.service, found.resource, found.method, found.verb, found.whole].map((count) =>
        share(count, operations),
      ),
      share(found.together, neighbours),
      `${resources.inferred} (${resources.documented})`,
      String(found.collisions),
    ];
  });
  const head = ['operations', 'service', 'resource', 'method', 'SQL verb', 'all four', 'together'];
  return markdownTable(['inferred without pages', ...head, 'resources (pages)', 'collisions'], rows);
}

/** Infers the resources of a corpus from its spec alone and compares them with its pages. */
function inferenceOf({ input, truth }: Documents): Agreement {
  const { provider } = input.settings;
  const { model } = reconcile({ ...input, pages: { ...input.pages, resources: [], indexes: [] } });
  return agreementOf(model, input.pages.resources.flatMap(documentedOf), truth, provider);
}

function documentedOf({
  id,
  methods,
}: Documents['input']['pages']['resources'][number]): readonly Documented[] {
  const [, service = '', ...rest] = id.value.split('.');
  return methods.map(({ name, verb }) => ({
    service,
    resource: rest.join('.'),
    method: name.value,
    verb: verb?.value ?? null,
  }));
}
