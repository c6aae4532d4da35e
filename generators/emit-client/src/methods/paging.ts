import {
  fieldsOf,
  type Method,
  pointerTokens,
  resolveSchema,
  type Schema,
  type Schemas,
} from '@plumbline/model';
import { type Encoded, join, ts, tsString } from '@plumbline/render';
import type { Answer } from './answer.ts';

type Ts = Encoded<'ts'>;

/** How a method's list is paged, as the runtime is told. */
export interface Paging {
  /** The runtime's function. */
  readonly by: 'linkPages' | 'cursorPages' | 'offsetPages' | 'numberedPages';
  /** The members of the descriptor's `page` besides, in order: keys of parameters, and JSON pointers. */
  readonly facts: readonly (readonly [name: 'param' | 'next' | 'items' | 'limit', value: string])[];
  /** Of an item; null: the document does not say. */
  readonly item: Schema | null;
}

/** Null where a method is not paged, or where the spec has not what its paging needs: the list, or the parameter. */
export function pagingOf(
  { pagination, params }: Pick<Method, 'pagination' | 'params'>,
  answer: Answer,
  schemas: Schemas,
): Paging | null {
  if (pagination === null || answer.kind !== 'json') return null;
  const list = answer.successes.map(({ bodies }) => listAt(bodies[0]?.schema, pagination.items, schemas));
  const [found] = list.flatMap((schema) => schema ?? []);
  if (found?.kind !== 'array') return null;
  const keyOf = (wireName: string | null): string | null =>
    params.find((param) => param.wireName === wireName && param.in === 'query')?.key ?? null;
  const limit = keyOf(pagination.limitParam);
  const shared = [
    ...(pagination.items === null || pagination.items === '' ? [] : [['items', pagination.items] as const]),
    ...(limit === null ? [] : [['limit', limit] as const]),
  ];
  const paged = (by: Paging['by'], wireName: string, next: Paging['facts'] = []): Paging | null => {
    const param = keyOf(wireName);
    return param === null ? null : { by, facts: [['param', param], ...next, ...shared], item: found.items };
  };
  switch (pagination.kind) {
    case 'link':
      // The next page's address says everything, the limit included.
      return { by: 'linkPages', facts: shared.filter(([name]) => name === 'items'), item: found.items };
    case 'cursor':
      return paged('cursorPages', pagination.cursorParam, [['next', pagination.next]]);
    case 'offset':
      return paged('offsetPages', pagination.offsetParam);
    case 'page':
      return paged('numberedPages', pagination.pageParam);
  }
}

/** The schema at a JSON pointer into a body. */
function listAt(body: Schema | null | undefined, pointer: string | null, schemas: Schemas): Schema | null {
  const found = pointerTokens(pointer ?? '').reduce<Schema | undefined>(
    (schema, token) => schema && fieldsOf(schema, schemas).find(({ name }) => name === token)?.schema,
    body ?? undefined,
  );
  return found === undefined ? null : resolveSchema(found, schemas);
}

/** The descriptor's `page`. */
export function printPaging({ by, facts }: Paging): Ts {
  const members = facts.map(([name, value]) => ts`${name as Ts}: ${tsString(value)}`);
  return ts`{ ${join([ts`by: ${by as Ts}`, ...members], ', ')} }`;
}
