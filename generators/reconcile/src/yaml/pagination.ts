import {
  childPointer,
  type Operation,
  type Pagination,
  type YamlMethod,
  type YamlPagination,
} from '@plumbline/model';
import { type RowShape, successContent } from '../pair/response.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { memberSteps, rowSteps, walkSchema } from './json-path.ts';

/** How a provider's own YAML pages lists; null where no client of ours can. */
export function paginationKind({ algorithm, request, response }: YamlPagination): Pagination['kind'] | null {
  if (response.location === 'header') return response.key.toLowerCase() === 'link' ? 'link' : null;
  if (request === null || request.key === '' || request.location !== 'query') return null;
  return algorithm?.startsWith('page_number') ? 'page' : 'cursor';
}

/**
 * How a method is paged by what the provider's own YAML says, with the details that were recognised in the spec. Null
 * where it says nothing, or nothing that fits the operation: the settings of a service are for all of its methods.
 */
export function yamlPagination(
  { pagination, limit, response }: YamlMethod,
  operation: Operation,
  { shape, reader }: { readonly shape: RowShape | null; readonly reader: SchemaReader },
): Pagination | null {
  const kind = pagination === null ? null : paginationKind(pagination);
  if (pagination === null || kind === null || operation.method !== 'GET' || !shape?.isList) return null;
  const body = successContent(operation)?.schema;
  if (body === undefined) return null;
  const recognised = operation.pagination;
  const rows = rowSteps(response);
  const stated = walkSchema(body, rows, reader).kind === 'found' ? pointerOf(rows) : null;
  const base = {
    items: stated ?? recognised?.items ?? null,
    limitParam: queryParam(operation, limit?.value ?? 'limit') ?? recognised?.limitParam ?? null,
  };
  // Without a pointer to the items the body itself must be the list.
  if (kind === 'link') {
    return base.items !== null || reader.resolve(body).kind === 'array' ? { kind, ...base } : null;
  }
  const param = queryParam(operation, pagination.request?.key ?? '');
  const next = memberSteps(pagination.response.key);
  const pointer = pointerOf(next);
  // What leads on stands beside the list, so the list is a member of the body.
  if (param === null || pointer === null || base.items === null) return null;
  if (kind === 'page') return { kind, ...base, pageParam: param };
  const isMissing = walkSchema(body, next, reader).kind === 'missing';
  return isMissing ? null : { kind: 'cursor', ...base, cursorParam: param, next: pointer };
}

/** The name of a query parameter, where the operation has it. */
export function queryParam({ parameters }: Operation, name: string): string | null {
  return parameters.find((parameter) => parameter.in === 'query' && parameter.name === name)?.name ?? null;
}

/** A path as a JSON Pointer (RFC 6901); null for the whole. */
function pointerOf(steps: readonly { readonly name: string }[]): string | null {
  return steps.length === 0 ? null : steps.map(({ name }) => name).reduce(childPointer, '');
}
