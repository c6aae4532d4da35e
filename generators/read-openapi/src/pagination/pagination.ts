import type { Operation, Pagination, Schemas } from '@plumbline/model';
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
        findCount(operation, list) ??
        (linked.size > 0 && impliesLink(operation, list) ? link : null));
    return { ...operation, pagination };
  });
}

/** Paging by numbers. Without a limit a parameter of these names may count anything. */
function findCount(operation: Operation, { items }: ResponseList): Pagination | null {
  const limit = limitParam(operation);
  if (limit === null) return null;
  const offset = offsetParam(operation);
  if (offset !== null) return { kind: 'offset', items, limitParam: limit.name, offsetParam: offset.name };
  const page = pageParam(operation);
  return page === null ? null : { kind: 'page', items, limitParam: limit.name, pageParam: page.name };
}
