import { type Encoded, join, ts, tsString } from '@plumbline/render';
import { groupBy } from '../group-by.ts';
import { printType, type TypeContext } from '../types/print-type.ts';
import { primary, type TypeText, textOf, unionOf } from '../types/type-text.ts';
import { type AnswerBody, eventShape, type StatusAnswer, streamedItem } from './answer.ts';
import type { BoundMethod } from './bound-method.ts';
import { printStatus } from './failures.ts';
import type { ContextOf } from './method-types.ts';
import type { OnRuntime } from './placements.ts';

type Ts = Encoded<'ts'>;

export interface ResultOptions {
  readonly contextOf: ContextOf;
  readonly onRuntime: OnRuntime;
}

/** What a method resolves to: the data of any of its successes. */
export function dataType({ answer: { successes } }: BoundMethod, options: ResultOptions): TypeText {
  if (successes.length === 0) return primary(ts`unknown`);
  return unionOf(successes.map((success) => successData(success, options)));
}

/** An item of a method's pages; null: it has none. */
export function itemType({ paging }: BoundMethod, { contextOf }: ResultOptions): TypeText | null {
  if (paging === null) return null;
  return paging.item === null ? primary(ts`unknown`) : printType(paging.item, contextOf('response', ''));
}

/** Statuses with one type of data, or of errors, and one set of headers. */
export interface Outcome {
  readonly kind: 'Success' | 'Failure';
  /** A union. */
  readonly statuses: Ts;
  readonly body: Ts;
  /** A union of names; empty: none. */
  readonly headers: Ts;
}

/** Every outcome that a method declares, told by its status. */
export function outcomesOf({ answer }: BoundMethod, options: ResultOptions): readonly Outcome[] {
  const { successes, failures } = answer;
  const told = successes.map((one) => outcome('Success', one, textOf(successData(one, options))));
  const refused = failures.map((one) => outcome('Failure', one, textOf(failureBody(one, options))));
  // Of a success that nothing is said of, only its number tells.
  const unsaid: Outcome = { kind: 'Success', statuses: ts`number`, body: ts`unknown`, headers: ts`` };
  const all = [...(successes.length === 0 ? [unsaid] : []), ...told, ...refused];
  for (const { kind } of all) options.onRuntime(kind);
  return [
    ...groupBy(all, ({ kind, body, headers }) => join([ts`${kind as Ts}`, body, headers], '\n')).values(),
  ].flatMap((own) => {
    const [first] = own;
    const statuses = join([...new Set(own.map((one) => one.statuses))], ' | ');
    return first === undefined ? [] : [{ ...first, statuses }];
  });
}

function outcome(kind: Outcome['kind'], { status, headers }: StatusAnswer, body: Ts): Outcome {
  const names = join([...new Set(headers)].map(tsString), ' | ');
  return { kind, statuses: printStatus(status), body, headers: names };
}

/** The union of a method's outcomes. Data that has a name is called by it. */
export function printOutcomes(
  outcomes: readonly Outcome[],
  data: { readonly text: Ts; readonly name: Ts | null },
): TypeText {
  return unionOf(
    outcomes.map(({ kind, statuses, body, headers }) => {
      const named = data.name !== null && kind === 'Success' && body === data.text ? data.name : body;
      const given = [statuses, named, ...(headers === '' ? [] : [headers])];
      return primary(ts`${kind as Ts}<${join(given, ', ')}>`);
    }),
  );
}

function successData({ bodies }: StatusAnswer, options: ResultOptions): TypeText {
  if (bodies.length === 0) return primary(ts`undefined`);
  return unionOf(bodies.map((body) => bodyData(body, options)));
}

function bodyData({ kind, schema }: AnswerBody, { contextOf, onRuntime }: ResultOptions): TypeText {
  const context = contextOf('response', '');
  switch (kind) {
    case 'json':
      return schema === null ? primary(ts`unknown`) : printType(schema, context);
    case 'text':
      return primary(ts`string`);
    case 'binary':
      return primary(ts`Blob`);
    case 'lines': {
      const item = streamedItem(schema, context.plan.schemas);
      return iterable(item === null ? primary(ts`unknown`) : printType(item, context));
    }
    case 'events':
      return iterable(eventType(streamedItem(schema, context.plan.schemas), context, onRuntime));
  }
}

function eventType(
  item: ReturnType<typeof streamedItem>,
  context: TypeContext,
  onRuntime: OnRuntime,
): TypeText {
  const { isWhole, isJson } = eventShape(item, context.plan.schemas);
  if (item !== null && isWhole) return printType(item, context);
  onRuntime('ServerSentEvent');
  if (item === null || !isJson) return primary(ts`ServerSentEvent`);
  return primary(ts`ServerSentEvent<${textOf(printType(item, context))}>`);
}

function iterable(item: TypeText): TypeText {
  return primary(ts`AsyncIterable<${textOf(item)}>`);
}

/** The body of an error, which is JSON or else text. */
function failureBody({ bodies }: StatusAnswer, { contextOf }: ResultOptions): TypeText {
  if (bodies.length === 0) return primary(ts`unknown`);
  return unionOf(
    bodies.map(({ kind, schema }) => {
      if (kind !== 'json') return primary(ts`string`);
      return schema === null ? primary(ts`unknown`) : printType(schema, contextOf('response', ''));
    }),
  );
}
