import { shown } from '../failure.ts';
import type { Slot } from '../plan.ts';
import { failure, type Given, type Outcome, reasonOf, type Subject } from '../subject.ts';
import { inputOf } from '../values/input.ts';

/**
 * Holds a call that breaks the document to what must come of it: it is sent as it was given, the server refuses it and
 * says where, and the client rejects with that answer.
 */
export function expectRefused<Client>(
  subject: Subject<Client>,
  outcome: Outcome,
  {
    given,
    slot,
    pointer,
    what,
  }: {
    readonly given: Given;
    readonly slot: Slot;
    readonly pointer: string;
    /** A clause: `the query parameter \`limit\` breaks maximum with 201`. */
    readonly what: string;
  },
): void {
  const [exchange] = outcome.exchanges;
  const fail = (problem: string) =>
    failure(subject, `${what}, and ${problem}`, { document: slot.pointer, given: inputOf(given), exchange });
  if (exchange === undefined) throw fail(`nothing is sent: ${reasonOf(outcome)}`);
  const { problems, answer } = exchange;
  const isThere = problems.some(
    (problem) =>
      problem.place === slot.place &&
      (slot.place === 'body' || problem.name === slot.name) &&
      problem.pointer === pointer,
  );
  if (!isThere)
    throw fail(
      problems.length === 0
        ? 'the server accepts it.'
        : `the server tells of something else: ${problems.map(({ message }) => message).join(' ')}`,
    );
  const { status } = (outcome.error?.reason ?? {}) as { readonly status?: unknown };
  if (outcome.error === undefined) throw fail(`the client takes the answer ${answer.status} for a success.`);
  if (status !== answer.status)
    throw fail(`the client rejects with the status ${shown(status)}, where ${answer.status} was answered.`);
}
