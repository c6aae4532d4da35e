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
  readonly by: 'linkPages' | 'cursorPages' | 'offsetPages' | 'numberedPages' | 'zeroBasedPages';
  /** The members of the descriptor's `page` besides, in order: keys of parameters, and where in the body something is. */
  readonly facts: readonly (readonly [name: 'param' | 'limit' | 'next' | 'items', value: Ts])[];
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
    ...(pagination.items ? [['items', printKeys(pagination.items)] as const] : []),
    ...(limit === null ? [] : [['limit', tsString(limit)] as const]),
  ];
  const paged = (by: Paging['by'], wireName: string, next: Paging['facts'] = []): Paging | null => {
    const param = keyOf(wireName);
    if (param === null) return null;
    return { by, facts: [['param', tsString(param)], ...next, ...shared], item: found.items };
  };
  switch (pagination.kind) {
    case 'link':
      // The next page's address says everything, the limit included.
      return { by: 'linkPages', facts: shared.filter(([name]) => name === 'items'), item: found.items };
    case 'cursor':
      return paged('cursorPages', pagination.cursorParam, [['next', printKeys(pagination.next)]]);
    case 'offset':
      return paged('offsetPages', pagination.offsetParam);
    case 'page':
      return paged(
        isZeroBased(params, pagination.pageParam) ? 'zeroBasedPages' : 'numberedPages',
        pagination.pageParam,
      );
  }
}

/** Whether the first page has the number 0: by default, or where nothing else is said, since none is lower. */
function isZeroBased(params: Method['params'], pageParam: string): boolean {
  const param = params.find(({ wireName, in: place }) => wireName === pageParam && place === 'query');
  return (param?.default ?? param?.minimum) === 0;
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
  const members = facts.map(([name, value]) => ts`${name as Ts}: ${value}`);
  return ts`{ ${join([ts`by: ${by as Ts}`, ...members], ', ')} }`;
}

/** A JSON pointer as the runtime takes it: key by key. */
function printKeys(pointer: string): Ts {
  return ts`[${join(pointerTokens(pointer).map(tsString), ', ')}]`;
}
