import type { CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import type { Column, Span } from '@plumbline/sql';
import type { Found } from '../catalogue/directory.ts';
import { alternatives, findName, similar, together } from '../catalogue/names.ts';
import { findColumn, findParam, paramsOf, requiredOf } from '../catalogue/resource-facts.ts';
import { Refusal } from '../refusal.ts';

/** What is asked of a resource. */
export interface Wanted {
  readonly found: Found;
  readonly at: Span;
  readonly variables: readonly CatalogueParam[];
  /** Names that are bound once, whatever else happens. */
  readonly constants: readonly string[];
  /** Names that other rows give. */
  readonly fed: readonly string[];
  /** Names that surely are the resource's. */
  readonly used: readonly Column[];
  readonly nameOf: (column: Column) => string;
  /** Names of methods that a hint prefers. */
  readonly hinted: readonly string[];
}

/** The methods of a resource that rows can come from: all that select, or the one that the statement names. */
export function candidatesOf({
  found: { id, resource, method },
  at,
  hinted,
}: Wanted): readonly CatalogueMethod[] {
  if (method !== null) {
    const named = findName(resource.methods, method, ({ name }) => name);
    if (named !== undefined) return [named];
    const names = resource.methods.map(({ name }) => name);
    throw new Refusal('unknown-method', {
      message: `\`${id}\` has no method \`${method}\`.`,
      hint: `It has ${alternatives(similar(method, names).length > 0 ? similar(method, names) : names)}.`,
      at,
    });
  }
  const selecting = resource.methods.filter(({ verb }) => verb === 'select');
  const preferred = resource.methods.filter(({ name }) => hinted.includes(name));
  if (preferred.length > 0) return preferred;
  if (selecting.length > 0) return selecting;
  const verbs = [...new Set(resource.methods.map(({ verb }) => verb.toUpperCase()))];
  throw new Refusal('unknown-method', {
    message: `\`${id}\` cannot be selected from: it has no such method.`,
    hint: `Its methods are for ${alternatives(verbs)}.`,
    at,
  });
}

/**
 * The methods that answer best: of those whose required parameters are bound and which have all columns that are named,
 * the ones with the most required parameters, then those that can make use of the most other parameters. Empty: a
 * required parameter is not bound.
 */
export function bestMethods(wanted: Wanted): readonly CatalogueMethod[] {
  const bound = [...wanted.constants, ...wanted.fed];
  const ranked = covering(wanted)
    .filter((method) => lackingOf(method, bound).length === 0)
    .map((method) => ({
      method,
      rank: [
        requiredOf(method).length,
        wanted.constants.filter((name) => findParam(method.params, name) !== undefined).length,
        method.isDeprecated ? 0 : 1,
      ],
    }))
    .sort((a, b) => compare(b.rank, a.rank));
  const [best] = ranked;
  return ranked.flatMap(({ method, rank }) => (best && compare(rank, best.rank) === 0 ? method : []));
}

/** The only one of the best methods; throws a Refusal where there are several, or none. */
export function theOne(methods: readonly CatalogueMethod[], wanted: Wanted): CatalogueMethod {
  const [one, ...others] = methods;
  if (one === undefined) return refuseLacking(wanted);
  if (others.length === 0) return one;
  throw new Refusal('ambiguous-method', {
    message: `\`${wanted.found.id}\` can be selected by ${together(methods.map(({ name }) => name))} alike.`,
    hint: `Name one of them: \`${wanted.found.id}.${one.name}\`.`,
    at: wanted.at,
  });
}

/** What keeps a resource from being selected: the parameters that the nearest method lacks. */
function refuseLacking(wanted: Wanted): never {
  const bound = [...wanted.constants, ...wanted.fed];
  const lacks = covering(wanted).map((method) => ({ method, lacking: lackingOf(method, bound) }));
  lacks.sort((a, b) => a.lacking.length - b.lacking.length);
  const [nearest, ...others] = lacks.filter(({ lacking }) => lacking.length === lacks[0]?.lacking.length);
  const names = nearest?.lacking ?? [];
  const choices = others.map(({ lacking }) => together(lacking));
  throw new Refusal('missing-parameter', {
    message: `\`${wanted.found.id}\` needs ${[together(names), ...choices].join(', or ')}.`,
    hint: `Bind ${names.length > 1 ? 'them' : 'it'}: WHERE ${names.map((name) => `${name} = …`).join(' AND ')}.`,
    at: wanted.at,
  });
}

/** The names of required parameters that nothing binds. */
function lackingOf(method: CatalogueMethod, bound: readonly string[]): readonly string[] {
  const given = new Set(bound.map((name) => findParam(method.params, name)));
  return requiredOf(method).flatMap((param) => (given.has(param) ? [] : param.name));
}

/** The methods that have every column which is named. */
function covering(wanted: Wanted): readonly CatalogueMethod[] {
  const { used, nameOf, variables, found } = wanted;
  const candidates = candidatesOf(wanted);
  const has = (method: CatalogueMethod, name: string): boolean =>
    findColumn(method.columns, name) !== undefined ||
    findParam(paramsOf(method, variables), name) !== undefined;
  const whole = candidates.filter((method) => used.every((column) => has(method, nameOf(column))));
  if (whole.length > 0) return whole;
  const stranger =
    used.find((column) => candidates.every((method) => !has(method, nameOf(column)))) ?? used.at(-1);
  const name = stranger === undefined ? '' : nameOf(stranger);
  const names = candidates.flatMap((method) =>
    [...method.columns, ...paramsOf(method, variables)].map((one) => one.name),
  );
  const near = similar(name, [...new Set(names)]);
  throw new Refusal('unknown-column', {
    message: candidates.some((method) => has(method, name))
      ? `No method of \`${found.id}\` has all the columns that are named, \`${name}\` among them.`
      : `\`${found.id}\` has no column \`${name}\`.`,
    hint: near.length > 0 ? `Did you mean ${alternatives(near)}?` : `DESCRIBE ${found.id} lists its columns.`,
    at: stranger ?? wanted.at,
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
