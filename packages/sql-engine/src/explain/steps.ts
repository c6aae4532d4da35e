import type { CatalogueMethod } from '@plumbline/client-runtime';
import type { Found } from '../catalogue/directory.ts';
import type { BoundParam } from '../plan/plan-query.ts';
import type { RunContext } from '../select/context.ts';
import type { Selection } from '../select/run-select.ts';
import type { ResultColumn } from '../store/store.ts';
import type { Draft } from './drafts.ts';

/** A request that a statement would send, or many that are alike. */
export interface Step {
  readonly resource: string | null;
  readonly method: string | null;
  readonly request: string | null;
  readonly body: string | null;
  /** How many calls; null: other answers decide. */
  readonly calls: number | null;
  readonly note: string;
}

/** So many calls of a method are listed one by one. */
const LISTED = 20;

/** The drafts of a method, each a step. */
export function draftSteps(
  drafts: readonly Draft[],
  { found, method, note }: { readonly found: Found; readonly method: CatalogueMethod; readonly note: string },
): readonly Step[] {
  const facts = { resource: found.id, method: method.name, note };
  const calls = note === '' ? 1 : null;
  const steps = drafts.slice(0, LISTED).map((draft) => ({ ...facts, ...draft, calls }));
  const more = drafts.length - LISTED;
  if (more <= 0) return steps;
  const others = { request: method.operation, body: null, calls: calls === null ? null : more };
  return [...steps, { ...facts, ...others, note: `${more} more of them` }];
}

/** Whose values a parameter has, in words: `once for each distinct u.id`. */
export function feedingNote(bound: readonly BoundParam[], { text }: RunContext): string {
  const each = bound.flatMap((one) => eachOf(one, text));
  return each.length === 0 ? 'once' : `once for ${[...new Set(each)].join(', and ')}`;
}

function eachOf({ param: { name }, binding: { given } }: BoundParam, text: string): readonly string[] {
  if (given.kind === 'rows') {
    const { start, end } = given.expression;
    return [`each distinct ${start < 0 ? name : text.slice(start, end)}`];
  }
  if (given.kind === 'query') return given.isScalar ? [] : [`each distinct value of the query for ${name}`];
  const { length } = given.expressions;
  return length === 1 ? [] : [`each of ${length} values of ${name}`];
}

const COLUMNS: readonly ResultColumn[] = [
  { name: 'step', type: 'integer' },
  ...['resource', 'method', 'request', 'body'].map((name) => ({ name, type: 'string' as const })),
  { name: 'calls', type: 'integer' },
  { name: 'note', type: 'string' },
];

/** Steps as a result; where there are none, a row that says so. */
export function explained(steps: readonly Step[], otherwise: string): Selection {
  const none: Step = { resource: null, method: null, request: null, body: null, calls: 0, note: otherwise };
  return {
    columns: COLUMNS,
    batches: (async function* () {
      const all = steps.length === 0 ? [none] : steps;
      yield all.map(({ resource, method, request, body, calls, note }, i) => [
        i + 1,
        resource,
        method,
        request,
        body,
        calls,
        note,
      ]);
    })(),
  };
}
