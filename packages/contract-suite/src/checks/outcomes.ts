import type { Check } from '../check.ts';
import { differenceOf } from '../difference.ts';
import { shown } from '../failure.ts';
import { failure, perform, reasonOf, type Subject } from '../subject.ts';
import { givenOf } from './given-of.ts';
import { expectItems } from './possible.ts';
import { isSeen } from './seen.ts';

/** Every declared refusal is an outcome that the method knows: `.result()` tells it, where the client has that. */
export function outcomeChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const declared = subject.operation.responses.filter(
    ({ status }) => /^[45]\d\d$/.test(status) && isSeen(Number(status)),
  );
  if (declared.length === 0) return [];
  return [
    {
      name: 'knows each declared refusal',
      kind: 'error',
      async run(session, coverage) {
        const given = givenOf(subject, session, 'required', coverage);
        for (const { status } of declared) {
          const outcome = await perform(subject, session, given, {
            answers: [{ code: Number(status) }],
            use: async (call) => {
              const { result } = call as { readonly result?: () => Promise<unknown> };
              if (result !== undefined) return result.call(call);
              // Nobody else waits for it.
              await Promise.resolve(call).catch(() => {});
              return null;
            },
          });
          if (outcome.value === null) return;
          const [exchange] = outcome.exchanges;
          const fail = (what: string) =>
            failure(subject, what, { exchange, document: `responses/${status}` });
          if (outcome.error !== undefined)
            throw fail(`the client does not know the refusal ${status}: ${reasonOf(outcome)}`);
          const told = outcome.value as { readonly status?: unknown; readonly error?: unknown };
          if (String(told.status) !== status)
            throw fail(`the refusal ${status} is told to be ${shown(told.status)}.`);
          const sent = exchange?.answer.value;
          const difference = sent === undefined ? null : differenceOf(sent, told.error);
          if (difference !== null)
            throw fail(
              `the refusal ${status} at \`${difference.pointer}\` was ${shown(difference.wanted)} and is told as ${shown(difference.found)}.`,
            );
        }
      },
    },
  ];
}

/** A list of so many items, on pages of so many, and so many of them are asked for. */
const LIST = { items: 5, pageSize: 2, limit: 3 };

/** `.toArray({ limit })` gives no more items than are asked for, where the client has that. */
export function limitedChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  if (subject.method.pagination === null) return [];
  const { items, pageSize, limit } = LIST;
  return [
    {
      name: `gives ${limit} items where ${limit} are asked for`,
      kind: 'paging',
      async run(session, coverage) {
        const given = givenOf(subject, session, 'required', coverage);
        const outcome = await perform(subject, session, given, {
          answers: [{ items, pageSize }],
          use: async (call) => {
            const { toArray } = call as {
              readonly toArray?: (options: object) => Promise<readonly unknown[]>;
            };
            const read = toArray?.call(call, { limit });
            if (read === undefined) await call;
            return (await read)?.length ?? limit;
          },
        });
        if (outcome.error !== undefined || outcome.value !== limit)
          expectItems(subject, session.contract, limit);
        if (outcome.error !== undefined) throw failure(subject, `paging ends with ${reasonOf(outcome)}`);
        if (outcome.value !== limit)
          throw failure(subject, `${shown(outcome.value)} items are given where ${limit} were asked for.`);
      },
    },
  ];
}
