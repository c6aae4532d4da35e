import type { Check } from '../check.ts';
import { failure, perform, type Subject } from '../subject.ts';
import { givenOf } from './given-of.ts';

/** The server answers no status that other operations declare, and this one does not. */
export function otherStatusChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { operation, suite } = subject;
  const own = new Set(operation.responses.map(({ status }) => status));
  if (own.has('default')) return [];
  const others = statusesOf(suite.contract.operationKeys, suite.contract.operation).filter(
    (status) => !own.has(String(status)) && !own.has(`${String(status).charAt(0)}XX`),
  );
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

/** Those that a server answers where they are declared alone: a limit and its own failures are met anywhere. */
function statusesOf(
  keys: readonly string[],
  operationOf: (key: string) => { readonly responses: readonly { readonly status: string }[] } | undefined,
): readonly number[] {
  const statuses = keys.flatMap(
    (key) => operationOf(key)?.responses.map(({ status }) => Number(status)) ?? [],
  );
  return [...new Set(statuses)]
    .filter((status) => status >= 400 && status < 500 && status !== 429)
    .sort((a, b) => a - b);
}
