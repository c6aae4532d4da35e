import { bindPages, SIGNATURE_LIMITS, type SignatureLimits } from '@plumbline/reconcile';
import { markdownTable } from '../markdown-table.ts';
import { ABLATIONS } from './ablations.ts';
import type { Documents } from './documents.ts';
import { boundBy, type Measure, measure, type Unbound, unbound } from './measure.ts';

const MARGINS = [0, 0.03, 0.06, 0.1, 0.2];
const SCORES = [0.3, 0.4, 0.5, 0.6, 0.7];
const HEAD = ['methods', 'bindable', 'bound', 'right', 'wrong', 'precision', 'recall'];

/** Each corpus under the chosen limits, with all that binding goes by and with less. */
export function ablationsTable(all: readonly Documents[]): string {
  const rows = all.flatMap((documents) =>
    ABLATIONS.map(({ title, apply }) => [
      `${documents.title}, ${title}`,
      ...cells(measureUnder(apply(documents))),
    ]),
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

/** Precision and recall of one ablation by margin and by score, each with the other as chosen. */
export function curveTable(documents: Documents, { title, apply }: (typeof ABLATIONS)[number]): string {
  const ablated = apply(documents);
  const row = (label: string, limits: SignatureLimits): readonly string[] => [
    label,
    ...cells(measureUnder(ablated, limits)).slice(2),
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
  return markdownTable([`${documents.title}, ${title}`, ...HEAD.slice(2)], rows);
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

function measureUnder({ input, truth, keys }: Documents, limits?: SignatureLimits): Measure {
  return measure(bindPages(input, limits), truth, keys);
}

function cells({ methods, bindable, bound, right, wrong, precision, recall }: Measure): readonly string[] {
  const counts = [methods, bindable, bound, right, wrong].map(String);
  return [...counts, precision.toFixed(3), recall.toFixed(3)];
}
