import {
  type Operation,
  type Pagination,
  type Parameter,
  resolveSchema,
  type Schemas,
} from '@plumbline/model';
import { findCursor } from './cursor.ts';
import { impliesLink, saysLink } from './link.ts';
import { findList, type ResponseList } from './list.ts';
import { limitParam, offsetParam, pageParam } from './query-params.ts';

/** The operations with their paging. Only a GET whose answer is a list, or holds exactly one, can be paged. */
export function recognisePagination(
  operations: readonly Operation[],
  schemas: Schemas,
): readonly Operation[] {
  const lists = new Map<Operation, ResponseList>();
  for (const operation of operations) {
    const list = operation.method === 'GET' ? findList(operation, schemas) : null;
    if (list !== null) lists.set(operation, list);
  }
  const linked = new Set(
    [...lists].flatMap(([operation, list]) => (saysLink(operation, list) ? [operation] : [])),
  );
  return operations.map((operation) => {
    const list = lists.get(operation);
    if (list === undefined) return operation;
    const limit = limitParam(operation)?.name ?? null;
    const link: Pagination = { kind: 'link', items: list.items, limitParam: limit };
    const pagination = linked.has(operation)
      ? link
      : (findCursor(operation, list, schemas) ??
        findCount(operation, list, schemas) ??
        (linked.size > 0 && impliesLink(operation, list) ? link : null));
    return { ...operation, pagination };
  });
}

/** Paging by numbers. Without a limit a parameter of these names may count anything; a text is a token, which only an answer gives. */
function findCount(operation: Operation, { items }: ResponseList, schemas: Schemas): Pagination | null {
  const limit = limitParam(operation);
  if (limit === null) return null;
  const isText = ({ schema }: Parameter) => resolveSchema(schema, schemas).kind === 'string';
  const offset = offsetParam(operation);
  if (offset !== null) {
    if (isText(offset)) return null;
    return { kind: 'offset', items, limitParam: limit.name, offsetParam: offset.name };
  }
  const page = pageParam(operation);
  if (page === null || isText(page)) return null;
  return { kind: 'page', items, limitParam: limit.name, pageParam: page.name };
}
