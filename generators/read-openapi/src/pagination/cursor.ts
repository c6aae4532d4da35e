import {
  childPointer,
  fieldsOf,
  looseName,
  type Operation,
  type Pagination,
  resolveSchema,
  type Schema,
  type Schemas,
} from '@plumbline/model';
import type { ResponseList } from './list.ts';
import { cursorParam, limitParam } from './query-params.ts';

/** Members of a body that hold the next page's cursor, by bare name. */
const NEXT_NAMES: ReadonlySet<string> = new Set([
  'next',
  'nextcursor',
  'nextpagecursor',
  'nextpagetoken',
  'nexttoken',
  'nextmarker',
  'nextafter',
  'after',
  'endcursor',
  'continuationtoken',
  'cursor',
  'scrollid',
]);
/** Members under which they are often put together. */
const WRAPPER_NAMES: ReadonlySet<string> = new Set([
  'meta',
  'metadata',
  'responsemetadata',
  'pagination',
  'paging',
  'pageinfo',
  'page',
  'cursor',
  'cursors',
  'next',
]);
const MAX_WRAPPERS = 2;

/** Paging by a body member that holds the next cursor and a query parameter that takes it; null unless there are both. */
export function findCursor(
  operation: Operation,
  { body, items }: ResponseList,
  schemas: Schemas,
): Pagination | null {
  const param = items === null ? null : cursorParam(operation);
  const next = param === null ? null : findNext(body, schemas, '', MAX_WRAPPERS);
  if (param === null || next === null) return null;
  const limit = limitParam(operation)?.name ?? null;
  return { kind: 'cursor', items, limitParam: limit, cursorParam: param.name, next };
}

function findNext(schema: Schema, schemas: Schemas, pointer: string, wrappers: number): string | null {
  const fields = fieldsOf(schema, schemas);
  const cursor = fields.find(
    ({ name, schema: value }) => NEXT_NAMES.has(looseName(name)) && isCursor(value, schemas),
  );
  if (cursor !== undefined) return childPointer(pointer, cursor.name);
  if (wrappers === 0) return null;
  for (const { name, schema: value } of fields) {
    if (!WRAPPER_NAMES.has(looseName(name))) continue;
    const found = findNext(value, schemas, childPointer(pointer, name), wrappers - 1);
    if (found !== null) return found;
  }
  return null;
}

/** A text that is no address: an address would be followed, not sent. */
function isCursor(schema: Schema, schemas: Schemas): boolean {
  const { kind, format = '' } = resolveSchema(schema, schemas);
  return kind === 'string' && !/^(?:uri|url|iri)/.test(format);
}
