import type { Check } from '../check.ts';
import { failure, perform, type Subject } from '../subject.ts';
import { givenOf } from './given-of.ts';

/** The refusals that documents declare most; of a limit and of its own failures a server tells anywhere. */
const COMMON = [404, 403, 400, 401, 409];
/** So many are asked for. */
const MOST = 3;

/** The server answers none of these that the operation does not declare. */
export function otherStatusChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { operation } = subject;
  const own = new Set(operation.responses.map(({ status }) => status));
  if (own.has('default') || own.has('4XX')) return [];
  const others = COMMON.filter((status) => !own.has(String(status))).slice(0, MOST);
  if (others.length === 0) return [];
  return [
    {
      name: 'is answered no status that the document does not declare',
      kind: 'error',
      async run(session, coverage) {
        const given = givenOf(subject, session, 'required', coverage);
        for (const status of others) {
          const { exchanges } = await perform(subject, session, given, { answers: [{ code: status }] });
          const [exchange] = exchanges;
          // It refuses with 400 to answer with what it does not declare.
          const isRefused = exchange?.problems.some(({ keyword }) => keyword === 'status');
          if (exchange?.answer.status === status && isRefused !== true)
            throw failure(subject, `the server can answer ${status}, which the document does not declare.`, {
              exchange,
            });
        }
      },
    },
  ];
}
