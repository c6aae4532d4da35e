import { type JsonValue, type ProviderPagination, valueAt } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import { differenceOf } from '../difference.ts';
import { shown } from '../failure.ts';
import type { Slot } from '../plan.ts';
import { failure, type Given, type Outcome, perform, reasonOf, type Subject } from '../subject.ts';
import { givenOf } from './given-of.ts';
import { expectItems } from './possible.ts';

/** So many items a list has here, on so many pages. */
const ITEMS = 7;
const PAGE_SIZE = 3;

/** A paged list is read to its last item; an empty one ends at once; who stops early asks for no further page. */
export function pagingChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { pagination } = subject.method;
  if (pagination === null) return [];
  const check = (name: string, items: number, most: number, pages: number): Check<Client> => ({
    name,
    kind: 'paging',
    run: async (session, coverage) => {
      const given = limitedTo(
        PAGE_SIZE,
        pagination,
        subject,
        givenOf(subject, session, 'required', coverage),
      );
      const outcome = await perform(subject, session, given, {
        answers: [{ items, pageSize: PAGE_SIZE }],
        use: (call) => itemsOf(call, most),
      });
      try {
        expectPages(subject, outcome, pagination, { given, wanted: Math.min(items, most), pages });
      } catch (reason) {
        expectItems(subject, session.contract, Math.min(items, ITEMS));
        throw reason;
      }
    },
  });
  return [
    check('pages to the last item', ITEMS, Number.POSITIVE_INFINITY, Math.ceil(ITEMS / PAGE_SIZE)),
    check('pages nothing where the first page is empty', 0, Number.POSITIVE_INFINITY, 1),
    check('asks for no page beyond the items that are wanted', ITEMS, PAGE_SIZE - 1, 1),
  ];
}

/** The parameter that limits a page, where there is one that allows as much: the server heeds it before its own. */
function limitedTo<Client>(
  size: number,
  { limitParam }: ProviderPagination,
  { slots }: Subject<Client>,
  given: Given,
): Given {
  const slot = slots.find(({ place, name }) => place === 'query' && name === limitParam);
  return slot === undefined || !given.has(slot) ? given : new Map<Slot, JsonValue>([...given, [slot, size]]);
}

async function itemsOf(call: PromiseLike<unknown>, most: number): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  if (!(Symbol.asyncIterator in call))
    throw new TypeError('What the method answers cannot be iterated over.');
  for await (const item of call as unknown as AsyncIterable<unknown>) if (items.push(item) >= most) break;
  return items;
}

function expectPages<Client>(
  subject: Subject<Client>,
  outcome: Outcome,
  pagination: ProviderPagination,
  { given, wanted, pages }: { readonly given: Given; readonly wanted: number; readonly pages: number },
): void {
  const { exchanges, value } = outcome;
  const last = exchanges.at(-1);
  const fail = (what: string) => failure(subject, what, { exchange: last });
  if (outcome.error !== undefined) throw fail(`paging ends with ${reasonOf(outcome)}`);
  const wrong = exchanges.find(({ problems }) => problems.length > 0);
  if (wrong !== undefined)
    throw failure(
      subject,
      `the server refuses page ${exchanges.indexOf(wrong) + 1}: ${wrong.problems[0]?.message}`,
      { exchange: wrong },
    );
  const items = value as readonly unknown[];
  if (items.length !== wanted)
    throw fail(`the list has ${wanted} items, and ${items.length} are read, of ${exchanges.length} pages.`);
  const sent = exchanges.flatMap(({ answer }) => {
    const list = valueAt(answer.value ?? null, pagination.items ?? '');
    return Array.isArray(list) ? list : [];
  });
  const difference = differenceOf(sent.slice(0, wanted), items);
  if (difference !== null)
    throw fail(
      `of the items that were answered, \`${difference.pointer}\` was ${shown(difference.wanted)} and is read as ${shown(difference.found)}.`,
    );
  // Where pages are counted, only an empty one says that the one before was the last.
  const isCounted = pagination.kind === 'page' || pagination.kind === 'offset';
  if (exchanges.length !== pages && !(isCounted && pages > 1 && exchanges.length === pages + 1))
    throw fail(`${exchanges.length} pages are asked for, where ${pages} would do.`);
  const changed = [...given].find(([{ place, name }]) =>
    exchanges.some(
      ({ params }) =>
        place !== 'body' && differenceOf(params[place][name], exchanges[0]?.params[place][name]) !== null,
    ),
  );
  const paged = [
    pagination.kind === 'cursor' ? pagination.cursorParam : '',
    pagination.kind === 'offset' ? pagination.offsetParam : '',
    pagination.kind === 'page' ? pagination.pageParam : '',
  ];
  if (changed !== undefined && !paged.includes(changed[0].name))
    throw fail(`a further page is asked for with another \`${changed[0].name}\`.`);
}
