import type { ClientSettings, Operation, Pagination } from '@plumbline/model';
import type { RowShape } from '../pair/response.ts';

/**
 * How a method is paged: as the settings say, with the details that were recognised in the spec. Of the kinds only
 * `link` needs no details: a list without a `Link` header is one page.
 */
export function decidePagination(
  operation: Operation,
  shape: RowShape | null,
  { pagination }: ClientSettings,
): Pagination | null {
  const recognised = operation.pagination;
  if (pagination === null || pagination.kind === recognised?.kind) return recognised;
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
