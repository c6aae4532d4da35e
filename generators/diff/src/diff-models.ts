import { byCodeUnit, isSpecOrigin, type Locate, type Place } from '@plumbline/model';
import { affectedPages } from './affected-pages.ts';
import { callsByOperation } from './calls.ts';
import type { Change, Diff, DiffSide, Position, SemverStep, Use } from './change.ts';
import { compareApi } from './compare-api.ts';
import { compareCalls } from './compare-calls.ts';
import { type Found, type FoundWithUses, foundKey, quoted } from './found.ts';
import { compareOperation } from './operation/compare-operation.ts';
import { operationComparison } from './operation/comparison.ts';
import { pairOperations } from './pair/operations.ts';
import type { ChangeClass } from './rules/rule.ts';
import { RULE_IDS, ruleOf } from './rules/rules.ts';
import { compareSchemas } from './schema/compare-schemas.ts';
import { createGraph } from './schema/node.ts';

/** Compares two states of a provider: what a change means is judged for those who use its client. */
export function diffModels(before: DiffSide, after: DiffSide): Diff {
  const calls = { before: callsByOperation(before.model), after: callsByOperation(after.model) };
  const { pairs, removed, added } = pairOperations(before.model.operations, after.model.operations);
  const graph = createGraph();
  const found: FoundWithUses[] = [...compareApi(before.model, after.model)];
  for (const { key, origin } of removed)
    found.push(whole('operation-removed', key, { before: origin, after: null }));
  for (const { key, origin } of added)
    found.push(whole('operation-added', key, { before: null, after: origin }));
  for (const pair of pairs) {
    const comparison = operationComparison(pair, { graph, found });
    compareOperation(comparison);
    const [old, one] = pair;
    compareCalls(comparison, [calls.before.get(old.key) ?? [], calls.after.get(one.key) ?? []]);
  }
  compareSchemas(graph, { before: before.model.schemas, after: after.model.schemas });
  const locate = { before: before.locate, after: after.locate };
  const changes = merged([...found, ...graph.found()]).map((one) => toChange(one, locate));
  changes.sort(compareChanges);
  const counts = Map.groupBy(changes, (change) => change.class);
  const count = (name: ChangeClass) => counts.get(name)?.length ?? 0;
  return {
    provider: after.model.provider,
    versions: { before: before.model.specVersion, after: after.model.specVersion },
    semver: stepOf(count),
    summary: {
      breaking: count('breaking'),
      compatible: count('compatible'),
      docs: count('docs'),
      noted: changes.filter(({ noted }) => noted).length,
    },
    changes,
    pages: affectedPages(changes, calls),
  };
}

function whole(
  rule: Found['rule'],
  operation: string,
  places: Pick<Found, 'before' | 'after'>,
): FoundWithUses {
  const found = { rule, args: { name: quoted(operation) }, subject: { operation }, ...places };
  return { found, uses: [{ operation, where: '' }] };
}

function stepOf(count: (name: ChangeClass) => number): SemverStep {
  if (count('breaking') > 0) return 'major';
  if (count('compatible') > 0) return 'minor';
  return count('docs') > 0 ? 'patch' : 'none';
}

/** A change that several ways lead to is told once, with the uses of all. */
function merged(all: readonly FoundWithUses[]): readonly FoundWithUses[] {
  return [...Map.groupBy(all, ({ found }) => foundKey(found)).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ found: first.found, uses: distinct(group.flatMap(({ uses }) => uses)) }];
  });
}

function distinct(uses: readonly Use[]): readonly Use[] {
  const byKey = new Map(uses.map((use) => [`${use.operation}\n${use.where}`, use]));
  return [...byKey].sort(([a], [b]) => byCodeUnit(a, b)).map(([, use]) => use);
}

function toChange(
  { found, uses }: FoundWithUses,
  locate: { readonly before: Locate; readonly after: Locate },
): Change {
  const rule = ruleOf(found.rule);
  return {
    rule: found.rule,
    class: rule.class,
    noted: rule.noted === true,
    message: rule.message(found.args),
    explanation: rule.why,
    subject: found.subject,
    before: positionOf(found.before, locate.before),
    after: positionOf(found.after, locate.after),
    uses,
  };
}

function positionOf(place: Place | null, locate: Locate): Position | null {
  if (place === null) return null;
  return isSpecOrigin(place) ? { ...locate(place), pointer: place.pointer } : place;
}

const CLASSES: readonly ChangeClass[] = ['breaking', 'compatible', 'docs'];

function compareChanges(a: Change, b: Change): number {
  return (
    CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) ||
    RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule) ||
    byCodeUnit(a.message, b.message) ||
    byCodeUnit(JSON.stringify([a.before, a.after]), JSON.stringify([b.before, b.after]))
  );
}
