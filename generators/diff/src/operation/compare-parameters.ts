import type { Parameter } from '@plumbline/model';
import { quoted } from '../found.ts';
import { renamedPairs } from '../pair/names.ts';
import { withoutNames } from '../pair/operations.ts';
import type { OperationComparison } from './comparison.ts';

/** Compares parameters by name and place, whatever their order; those of the path also by where they stand in it. */
export function compareParameters(comparison: OperationComparison): void {
  const { before, after, tell } = comparison;
  const pairs = pairParameters(comparison);
  for (const pair of pairs) compareParameter(comparison, pair);
  const paired = new Set(pairs.flat());
  for (const one of before.parameters)
    if (!paired.has(one)) tell('parameter-removed', { ...aboutOf(one), before: one.origin });
  for (const one of after.parameters)
    if (!paired.has(one))
      tell(one.required ? 'parameter-added-required' : 'parameter-added-optional', {
        ...aboutOf(one),
        after: one.origin,
      });
}

type ParameterPair = readonly [before: Parameter, after: Parameter];

function pairParameters({ before, after }: OperationComparison): readonly ParameterPair[] {
  const pairs: ParameterPair[] = [];
  let olds = before.parameters;
  let news = after.parameters;
  const take = (taken: readonly ParameterPair[]) => {
    pairs.push(...taken);
    const gone = new Set(taken.flat());
    olds = olds.filter((one) => !gone.has(one));
    news = news.filter((one) => !gone.has(one));
  };
  const equalBy = (key: (one: Parameter) => string): readonly ParameterPair[] => {
    const byKey = new Map(news.map((one) => [key(one), one]));
    return olds.flatMap((old) => {
      const one = byKey.get(key(old));
      return one === undefined ? [] : [[old, one] as const];
    });
  };
  take(equalBy(({ name, in: place }) => `${place} ${name}`));
  if (withoutNames(before.path) === withoutNames(after.path)) {
    const was = templateNames(before.path);
    const is = templateNames(after.path);
    const next = new Map(was.map((name, i) => [name, is[i]]));
    const byName = new Map(news.map((one) => [one.name, one]));
    take(
      olds.flatMap((old) => {
        const one = old.in === 'path' ? byName.get(next.get(old.name) ?? '') : undefined;
        return one?.in === 'path' ? [[old, one] as const] : [];
      }),
    );
  }
  take(equalBy(({ name }) => name));
  take(
    renamedPairs(olds.map(named), news.map(named)).map(
      ([old, one]) => [old.parameter, one.parameter] as const,
    ),
  );
  return pairs;
}

function templateNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

function named(parameter: Parameter) {
  const { name, description, schema } = parameter;
  return { name, description, kind: `${parameter.in} ${schema.kind}`, parameter };
}

function compareParameter(comparison: OperationComparison, [before, after]: ParameterPair): void {
  const about = aboutOf(after);
  const at = { ...about, before: before.origin, after: after.origin };
  const tell = (rule: Parameters<typeof comparison.tell>[0], from = '', to = '') =>
    comparison.tell(rule, { ...at, args: { ...about.args, from, to } });
  if (before.name !== after.name) tell('parameter-renamed', quoted(before.name), quoted(after.name));
  if (before.in !== after.in) tell('parameter-moved', before.in, after.in);
  if (!before.required && after.required) tell('parameter-became-required');
  if (before.required && !after.required) tell('parameter-became-optional');
  if (before.in === after.in && writing(before) !== writing(after))
    tell('parameter-serialized-anew', quoted(writing(before)), quoted(writing(after)));
  if (!before.deprecated && after.deprecated) tell('parameter-deprecated');
  if (before.deprecated && !after.deprecated) tell('parameter-undeprecated');
  if (before.description !== after.description) tell('parameter-description-changed');
  const label = `${after.in} ${after.name}`;
  comparison.schemas({ before: before.schema, after: after.schema, direction: 'request', label }, label);
}

function writing({ style, explode, mediaType }: Parameter): string {
  return mediaType ?? `${style}${explode ? ', exploded' : ''}`;
}

function aboutOf({ name, in: place, required }: Parameter) {
  return {
    args: { name: quoted(name) },
    subject: { name, in: place, required },
    where: `${place} ${name}`,
  };
}
