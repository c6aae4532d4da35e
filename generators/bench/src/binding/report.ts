import { bindPages, type ReconcileInput, SIGNATURE_LIMITS, type SignatureLimits } from '@plumbline/reconcile';
import { markdownTable } from '../markdown-table.ts';
import type { Case } from './cases.ts';
import { hide, SIGNALS } from './hide.ts';
import { boundBy, type Measure, measure, type Unbound, unbound } from './measure.ts';
import type { Truth } from './truth.ts';

const MARGINS = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3];
const SCORES = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** A case, its documents read. */
export interface Documents {
  readonly title: string;
  readonly input: ReconcileInput;
  readonly truth: Truth;
  readonly keys: ReadonlySet<string>;
}

export function documentsOf({ title, read, truth }: Case): Documents {
  const input = read();
  return { title, input, truth: truth(), keys: new Set(input.spec.operations.map(({ key }) => key)) };
}

const HEAD = ['methods', 'bindable', 'bound', 'right', 'wrong', 'precision', 'recall'];

/** Each corpus under the chosen limits: with all signals, and with the surer ones hidden. */
export function signalsTable(all: readonly Documents[]): string {
  const rows = all.flatMap((documents) =>
    [0, 1, 2].map((hidden) => {
      const signals = SIGNALS.slice(0, hidden);
      const measured = measureUnder(documents, hide(documents.input, signals));
      return [`${documents.title}${signals.map((signal) => `, no ${signal}`).join('')}`, ...cells(measured)];
    }),
  );
  return markdownTable(['corpus', ...HEAD], rows);
}

/** What each kind of binding settles, all signals shown. */
export function kindsTable(all: readonly Documents[]): string {
  const rows = all.flatMap(({ title, input, truth, keys }) => {
    const bindings = bindPages(input);
    return (['operation-id', 'description', 'signature'] as const).map((kind) => {
      const { bound, right, wrong } = measure(boundBy(bindings, kind), truth, keys);
      return [`${title}, by ${kind}`, String(bound), String(right), String(wrong)];
    });
  });
  return markdownTable(['corpus', 'bound', 'right', 'wrong'], rows);
}

/** Precision and recall by margin and by score, of signatures alone: operationIds and descriptions hidden. */
export function curveTable({ title, ...documents }: Documents): string {
  const hidden = hide(documents.input, SIGNALS);
  const row = (label: string, limits: SignatureLimits): readonly string[] => [
    label,
    ...cells(measureUnder({ title, ...documents }, hidden, limits)).slice(2),
  ];
  const { score, scoreWithoutKeys } = SIGNATURE_LIMITS;
  const rows = [
    ...MARGINS.map((margin) => row(`margin ${margin.toFixed(2)}`, { ...SIGNATURE_LIMITS, margin })),
    ...SCORES.map((least) =>
      row(`score ${least.toFixed(2)}`, {
        ...SIGNATURE_LIMITS,
        score: least,
        scoreWithoutKeys: least + scoreWithoutKeys - score,
      }),
    ),
  ];
  return markdownTable([`${title}, signatures alone`, ...HEAD.slice(2)], rows);
}

/** The unbound methods: what they are of, and what is most like them. */
export function unboundTable({ input, truth, keys, title }: Documents): string {
  const rows = unbound(bindPages(input), truth, keys).map((one) => [
    one.id,
    one.operation ?? 'gone',
    one.candidate ?? 'none',
    one.score.toFixed(2),
    verdict(one),
  ]);
  return markdownTable([`${title}, unbound`, 'operation', 'best candidate', 'score', 'candidate is'], rows);
}

function verdict({ candidate, operation }: Unbound): string {
  if (operation === null) return 'not it';
  return candidate === operation ? 'right' : 'wrong';
}

function measureUnder(
  { truth, keys }: Documents,
  input: ReconcileInput,
  limits: SignatureLimits = SIGNATURE_LIMITS,
): Measure {
  return measure(bindPages(input, limits), truth, keys);
}

function cells({ methods, bindable, bound, right, wrong, precision, recall }: Measure): readonly string[] {
  const counts = [methods, bindable, bound, right, wrong].map(String);
  return [...counts, precision.toFixed(3), recall.toFixed(3)];
}
