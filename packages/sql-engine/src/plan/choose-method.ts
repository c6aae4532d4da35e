import type { CatalogueField, CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import { type Column, compareFit, type MethodFit, type Span } from '@plumbline/sql';
import type { Found } from '../catalogue/directory.ts';
import { alternatives, findName, similar, together } from '../catalogue/names.ts';
import { bodyName, placeOf } from '../catalogue/places.ts';
import { boundParam, findColumn, findParam, paramsOf, requiredOf } from '../catalogue/resource-facts.ts';
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
  /** Those that decide on rows, as the columns in a condition do. */
  readonly deciding: ReadonlySet<Column>;
  /** Names of methods that a hint prefers. */
  readonly hinted: readonly string[];
  readonly verb: CatalogueMethod['verb'];
  /** Names that a statement gives values to: of parameters, or of members of the body. */
  readonly written: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly at: Span;
}

/** The methods of a resource that do what the statement's verb says; those alone that it names, or that a hint does. */
export function candidatesOf({
  found: { id, resource, method },
  at,
  hinted,
  verb,
}: Pick<Wanted, 'found' | 'at' | 'hinted' | 'verb'>): readonly CatalogueMethod[] {
  // A method that is named need not be for rows; but a SELECT changes nothing.
  const suits = (one: CatalogueMethod): boolean =>
    verb === 'exec' || one.verb === verb || (verb === 'select' && one.operation.startsWith('GET '));
  if (method !== null) {
    const named = findName(resource.methods.filter(suits), method, ({ name }) => name);
    if (named !== undefined) return [named];
    const names = resource.methods.filter(suits).map(({ name }) => name);
    const near = similar(method, names);
    throw new Refusal('unknown-method', {
      message: `\`${id}\` has no method \`${method}\`${verb === 'exec' ? '' : ` for ${verb.toUpperCase()}`}.`,
      hint:
        names.length === 0
          ? verbsOf(resource.methods)
          : `It has ${alternatives(near.length > 0 ? near : names)}.`,
      at,
    });
  }
  const candidates = resource.methods.filter((one) => one.verb === verb);
  const preferred = resource.methods.filter((one) => hinted.includes(one.name) && suits(one));
  if (preferred.length > 0) return preferred;
  if (candidates.length > 0) return candidates;
  throw new Refusal('unknown-method', {
    message: `\`${id}\` has no method for ${verb.toUpperCase()}.`,
    hint: verbsOf(resource.methods),
    at,
  });
}

function verbsOf(methods: readonly CatalogueMethod[]): string {
  return `Its methods are for ${together([...new Set(methods.map(({ verb }) => verb.toUpperCase()))])}.`;
}

/**
 * The methods that answer best ({@link compareFit}), of those whose required parameters are bound and which have all columns
 * that are named. Empty: a required parameter is not bound.
 */
export function bestMethods(wanted: Wanted): readonly CatalogueMethod[] {
  const { constants, fed, written } = wanted;
  const names = written.map(({ name }) => name);
  const bound = [...constants, ...fed, ...names];
  const ranked = covering(wanted)
    .filter((method) => lackingOf(method, bound).length === 0)
    .map((method) => ({ method, fit: fitOf(method, wanted) }))
    .sort((a, b) => compareFit(a.fit, b.fit));
  const [best] = ranked;
  return ranked.flatMap(({ method, fit }) => (best && compareFit(best.fit, fit) === 0 ? method : []));
}

function fitOf(method: CatalogueMethod, { constants, written }: Wanted): MethodFit {
  return {
    required: requiredOf(method).length,
    isWhole: (method.body?.fields ?? []).every(
      (field) => !field.required || written.some((one) => isOf(one, field)),
    ),
    bound: constants.filter((name) => boundParam(method, method.params, name) !== undefined).length,
    isDeprecated: method.isDeprecated === true,
  };
}

/** The only one of the best methods; throws a Refusal where there are several, or none. */
export function theOne(methods: readonly CatalogueMethod[], wanted: Wanted): CatalogueMethod {
  const [one, ...others] = methods;
  if (one === undefined) return refuseLacking(wanted);
  if (others.length === 0) return one;
  throw new Refusal('ambiguous-method', {
    message:
      wanted.verb === 'select'
        ? `\`${wanted.found.id}\` can be selected by ${together(methods.map(({ name }) => name))} alike.`
        : `${wanted.verb.toUpperCase()} of \`${wanted.found.id}\` may be ${alternatives(methods.map(({ name }) => name))}.`,
    hint: `Name one of them: \`${wanted.found.id}.${one.name}\`.`,
    at: wanted.at,
  });
}

/** What keeps a resource from being selected: the parameters that the nearest method lacks. */
function refuseLacking(wanted: Wanted): never {
  const bound = [...wanted.constants, ...wanted.fed, ...wanted.written.map(({ name }) => name)];
  const lacks = covering(wanted).map((method) => ({ method, lacking: lackingOf(method, bound) }));
  lacks.sort((a, b) => a.lacking.length - b.lacking.length);
  const [nearest, ...others] = lacks.filter(({ lacking }) => lacking.length === lacks[0]?.lacking.length);
  const names = nearest?.lacking ?? [];
  const choices = others.map(({ lacking }) => together(lacking));
  const needs = `\`${wanted.found.id}\` needs ${[together(names), ...choices].join(', or ')}`;
  // Where a condition names it that cannot be asked, such as a LIKE.
  const named = wanted.used.find(
    (column) => wanted.deciding.has(column) && findName(names, wanted.nameOf(column), (name) => name),
  );
  throw new Refusal('missing-parameter', {
    message: named === undefined ? `${needs}.` : `${needs}, and \`${named.name}\` does not bind it here.`,
    hint: BINDING[wanted.verb](names),
    at: named ?? wanted.at,
  });
}

const where = (names: readonly string[]): string =>
  `Bind ${names.length > 1 ? 'them' : 'it'}: WHERE ${names.map((name) => `${name} = …`).join(' AND ')}.`;

/** What is changed is addressed; other conditions find it by a query. */
const found = (names: readonly string[]): string =>
  names.length === 1
    ? `${where(names)} Or find it: WHERE ${names.join()} IN (SELECT … FROM … WHERE …).`
    : where(names);

/** How a statement of each verb gives values to parameters. */
const BINDING: { readonly [Verb in CatalogueMethod['verb']]: (names: readonly string[]) => string } = {
  select: where,
  update: found,
  replace: found,
  delete: found,
  insert: (names) =>
    `Add ${names.length > 1 ? 'columns' : 'a column'}: INSERT INTO … (${names.join(', ')}) ….`,
  exec: (names) =>
    `Add ${names.length > 1 ? 'arguments' : 'an argument'}: ${names.map((name) => `@${name} = …`).join(', ')}.`,
};

/** The names of required parameters that nothing binds. */
function lackingOf(method: CatalogueMethod, bound: readonly string[]): readonly string[] {
  const given = new Set(bound.map((name) => boundParam(method, method.params, name)));
  return requiredOf(method).flatMap((param) => (given.has(param) ? [] : param.name));
}

/** The methods that have every column which is named. */
function covering(wanted: Wanted): readonly CatalogueMethod[] {
  const { used, nameOf, variables, found, written } = wanted;
  const candidates = candidatesOf(wanted);
  const has = (method: CatalogueMethod, name: string): boolean =>
    findColumn(method.columns, name) !== undefined ||
    findParam(paramsOf(method, variables), name) !== undefined;
  const whole = candidates.filter(
    (method) =>
      used.every((column) => has(method, nameOf(column))) &&
      written.every(({ name }) => placeOf(method, variables, name) !== null),
  );
  if (whole.length > 0) return whole;
  for (const one of written) refuseUnwritable(one, candidates, wanted);
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
    hint: (stranger && memberHint(stranger, name, candidates)) ?? hintOf(near, found.id, stranger),
    at: stranger ?? wanted.at,
  });
}

function hintOf(near: readonly string[], id: string, stranger: Column | undefined): string {
  const [only, ...more] = stranger?.parts ?? [];
  const isText = only !== undefined && more.length === 0 && (only.quoted || near.length === 0);
  const text = isText ? [`A text stands in single quotes: '${only.name}'.`] : [];
  const names = near.length > 0 ? `Did you mean ${alternatives(near)}?` : `DESCRIBE ${id} lists its columns.`;
  return [names, ...text].join(' ');
}

/** `profile.email`: a member of what a column holds; `x.id`, where nothing is called `x`. Null: it is neither. */
function memberHint(
  { name: whole, parts }: Column,
  wanted: string,
  candidates: readonly CatalogueMethod[],
): string | null {
  // Without the alias that is one.
  const [first, ...members] = parts.slice(wanted === whole ? 0 : 1).map(({ name }) => name);
  if (first === undefined || members.length === 0) return null;
  const column = candidates.map(({ columns }) => findColumn(columns, first)).find((one) => one !== undefined);
  if (column === undefined) return `Nothing in the FROM is called \`${first}\`.`;
  const path = members.map((name) => (/^\w+$/.test(name) ? `.${name}` : `."${name}"`)).join('');
  return `What is within \`${column.name}\` is told by \`${column.name} ->> '$${path}'\`.`;
}

/** Throws a Refusal where no method takes a value of this name. */
function refuseUnwritable({ name, at }: Named, candidates: readonly CatalogueMethod[], wanted: Wanted): void {
  const { found, variables, verb } = wanted;
  if (candidates.some((method) => placeOf(method, variables, name) !== null)) return;
  const names = candidates.flatMap((method) =>
    [...paramsOf(method, variables), ...(method.body?.fields ?? [])].map((one) => one.name),
  );
  const near = similar(name, [...new Set(names)]);
  throw new Refusal('unknown-column', {
    message: `${verb.toUpperCase()} of \`${found.id}\` takes no \`${name}\`.`,
    hint: near.length > 0 ? `Did you mean ${alternatives(near)}?` : `It takes ${alternatives(names)}.`,
    at,
  });
}

function isOf({ name }: Named, field: CatalogueField): boolean {
  const [first] = bodyName(name).split('.');
  return name === field.name || bodyName(name) === field.name || first === field.name;
}
