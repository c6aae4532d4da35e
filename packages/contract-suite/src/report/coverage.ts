import type { Contract } from '@plumbline/contract-server';
import { type Covered, type Fact, factsOf, isOfPage, keyOf, methodName, type RanTest } from './facts.ts';

export interface Share {
  readonly covered: number;
  readonly total: number;
}

/** Something of the document that no test that passed was about. */
export interface Uncovered {
  readonly kind: Covered;
  /** `GET /api/v1/users`; null for a schema. */
  readonly operation: string | null;
  /** `query limit`, `body /profile`, `404`, `/components/schemas/User`; the operation itself. */
  readonly subject: string;
  readonly why: string;
}

/** What the tests of a provider cover of its document. */
export interface CoverageReport {
  readonly format: 1;
  readonly provider: string;
  readonly title: string;
  readonly specVersion: string;
  readonly tests: { readonly passed: number; readonly failed: number; readonly skipped: number };
  readonly coverage: { readonly [kind in Covered]: Share };
  /** By what tests are about: `request`, `paging`. */
  readonly checks: { readonly [kind: string]: { readonly passed: number; readonly failed: number } };
  /** By service, `users`. */
  readonly services: {
    readonly [service: string]: { readonly [kind in Exclude<Covered, 'schemas'>]: Share };
  };
  readonly failures: readonly { readonly name: string; readonly message: string | null }[];
  readonly uncovered: readonly Uncovered[];
}

/** Counts what passing tests covered of a provider's operations, parameters, statuses, schemas and pages. */
export function coverageOf(contract: Contract, tests: readonly RanTest[]): CoverageReport {
  const { provider } = contract;
  const held = heldBy(tests);
  const facts = factsOf(contract, tests);
  const isCovered = (fact: Fact) => held.covered.has(keyOf(fact));
  const uncovered = facts
    .filter((fact) => !isCovered(fact))
    .map(({ kind, operation, subject, service }) => ({
      kind,
      operation,
      subject,
      why:
        held.reasons.get(keyOf({ kind, operation, subject })) ??
        reasonOf(kind, { isCalled: service !== null, failed: held.failed.has(operation ?? '') }),
    }));
  const share = (of: readonly Fact[], kind: Covered): Share => {
    const own = of.filter((fact) => fact.kind === kind);
    return { covered: own.filter(isCovered).length, total: own.length };
  };
  const services = [...new Set(facts.flatMap(({ service }) => service ?? []))].sort();
  const count = (state: RanTest['state']) => tests.filter((test) => test.state === state).length;
  return {
    format: 1,
    provider: provider.provider,
    title: provider.title,
    specVersion: provider.specVersion,
    tests: { passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    coverage: { ...sharesOf(facts, share), schemas: share(facts, 'schemas') },
    checks: checksOf(tests),
    services: Object.fromEntries(
      services.map((service) => [
        service,
        sharesOf(
          facts.filter((fact) => fact.service === service),
          share,
        ),
      ]),
    ),
    failures: tests.flatMap(({ state, name, message }) => (state === 'failed' ? [{ name, message }] : [])),
    uncovered,
  };
}

function sharesOf(
  facts: readonly Fact[],
  share: (facts: readonly Fact[], kind: Covered) => Share,
): { readonly [kind in Exclude<Covered, 'schemas'>]: Share } {
  return {
    operations: share(facts, 'operations'),
    parameters: share(facts, 'parameters'),
    'body fields': share(facts, 'body fields'),
    statuses: share(facts, 'statuses'),
    pages: share(facts, 'pages'),
  };
}

function reasonOf(
  kind: Covered,
  { isCalled, failed }: { readonly isCalled: boolean; readonly failed: boolean },
): string {
  if (kind === 'schemas') return 'no value that was sent or read had it';
  if (!isCalled) return 'no method calls the operation';
  return failed ? 'its test failed' : 'no test is about it';
}

interface Held {
  readonly covered: ReadonlySet<string>;
  readonly reasons: ReadonlyMap<string, string>;
  /** Operations of tests that failed. */
  readonly failed: ReadonlySet<string>;
}

function heldBy(tests: readonly RanTest[]): Held {
  const covered = new Set<string>();
  const reasons = new Map<string, string>();
  const failed = new Set<string>();
  for (const { state, meta } of tests) {
    if (meta === undefined) continue;
    const { operation } = meta;
    for (const { subject, why } of meta.uncovered) {
      const status = /^status (.+)$/.exec(subject)?.[1];
      const kind = status === undefined ? kindOf(subject) : 'statuses';
      reasons.set(keyOf({ kind, operation, subject: status ?? subject }), why);
    }
    if (state === 'failed' && operation !== null) failed.add(operation);
    if (state !== 'passed') continue;
    for (const subject of meta.schemas) covered.add(keyOf({ kind: 'schemas', operation: null, subject }));
    if (operation === null) continue;
    covered.add(keyOf({ kind: 'operations', operation, subject: operation }));
    for (const subject of meta.parameters) covered.add(keyOf({ kind: kindOf(subject), operation, subject }));
    for (const subject of meta.statuses) covered.add(keyOf({ kind: 'statuses', operation, subject }));
    if (isOfPage(meta)) covered.add(keyOf({ kind: 'pages', operation, subject: methodName(meta) }));
  }
  return { covered, reasons, failed };
}

function kindOf(subject: string): Covered {
  if (subject.startsWith('/')) return 'schemas';
  return subject.startsWith('body /') ? 'body fields' : 'parameters';
}

function checksOf(tests: readonly RanTest[]): CoverageReport['checks'] {
  const counts = new Map<string, { passed: number; failed: number }>();
  for (const { state, meta } of tests) {
    if (meta === undefined || state === 'skipped') continue;
    const count = counts.get(meta.kind) ?? { passed: 0, failed: 0 };
    count[state] += 1;
    counts.set(meta.kind, count);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
