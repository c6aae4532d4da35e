import type { ClientSettings, Operation, Pagination, YamlMethod } from '@plumbline/model';
import type { RowShape } from '../pair/response.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { yamlPagination } from '../yaml/pagination.ts';

export interface PagedMethod {
  readonly operation: Operation;
  readonly shape: RowShape | null;
  readonly yaml: YamlMethod | null;
}

/**
 * How a method is paged: as the settings say, else as the provider's own YAML does, with the details that were recognised
 * in the spec. Of the kinds of the settings only `link` needs no details: a list without a `Link` header is one page.
 */
export function decidePagination(
  { operation, shape, yaml }: PagedMethod,
  { pagination }: ClientSettings,
  reader: SchemaReader,
): Pagination | null {
  const recognised = operation.pagination;
  if (pagination === null) {
    return (yaml && yamlPagination(yaml, operation, { shape, reader })) ?? recognised;
  }
  if (pagination.kind === recognised?.kind) return recognised;
  if (pagination.kind !== 'link' || operation.method !== 'GET' || shape === null) return null;
  if (!shape.isList) return null;
  return {
    kind: 'link',
    items: recognised?.items ?? null,
    limitParam: recognised?.limitParam ?? limitOf(operation),
  };
}

function limitOf({ parameters }: Operation): string | null {
  return parameters.find(({ name, in: place }) => place === 'query' && name === 'limit')?.name ?? null;
}
