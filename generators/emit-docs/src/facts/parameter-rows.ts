import {
  byCodeUnit,
  type Field,
  type Method,
  type Param,
  printCellNotes,
  type Schemas,
} from '@plumbline/model';
import { bodyFields } from './body-fields.ts';
import { type RowFacts, rowFacts } from './row-facts.ts';

/** Methods to which a name means something else than its row says. */
export interface Difference extends RowFacts {
  readonly methods: readonly string[];
}

export interface ParameterRows {
  readonly params: readonly RowFacts[];
  /** Fields that no parameter shares its name with. */
  readonly bodyFields: readonly RowFacts[];
  readonly differences: readonly Difference[];
  /** By name: where each method passes it. */
  readonly uses: ReadonlyMap<string, readonly Place[]>;
}

export interface Place {
  readonly method: string;
  /** Null: of an unbound method, whose place nobody knows. */
  readonly in: Param['in'] | 'body';
}

interface Use {
  readonly method: string;
  readonly value: Param | Field;
  readonly facts: RowFacts;
}

/**
 * The rows of the Parameters section: one for each name, for that is how they are looked up. Where methods disagree
 * about a name, the row is that of one of them, and what the others say stands below.
 */
export function parameterRows(methods: readonly Method[], schemas: Schemas): ParameterRows {
  const params = usesByName(methods, (method) => method.params, schemas);
  const fields = usesByName(methods, bodyFields, schemas);
  const paramRows = [...params].flatMap(([name, uses]) => rowOf(uses, fields.get(name) ?? []));
  const fieldRows = [...fields].flatMap(([name, uses]) => (params.has(name) ? [] : rowOf([], uses)));
  const rows = [...paramRows, ...fieldRows].toSorted((a, b) => byCodeUnit(a.name, b.name));
  return {
    params: sortRows(paramRows, params),
    bodyFields: sortRows(fieldRows, fields),
    uses: placesOf(params, fields),
    differences: rows.flatMap((row) =>
      differencesFrom(row, [...(params.get(row.name) ?? []), ...(fields.get(row.name) ?? [])]),
    ),
  };
}

function placesOf(
  ...sides: readonly ReadonlyMap<string, readonly Use[]>[]
): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, readonly Place[]>();
  for (const [name, uses] of sides.flatMap((side) => [...side])) {
    const own = uses.map(({ method, value }) => ({
      method,
      in: 'in' in value ? value.in : ('body' as const),
    }));
    places.set(name, [...(places.get(name) ?? []), ...own]);
  }
  return places;
}

function usesByName(
  methods: readonly Method[],
  valuesOf: (method: Method) => readonly (Param | Field)[],
  schemas: Schemas,
): Map<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const method of methods) {
    for (const value of valuesOf(method)) {
      const use = { method: method.name, value, facts: rowFacts(value, schemas) };
      const list = uses.get(value.name);
      if (list === undefined) uses.set(value.name, [use]);
      else list.push(use);
    }
  }
  return uses;
}

/**
 * A row speaks for all methods that list its name: those with such a parameter, and those that require such a body
 * field. It has no description that one of them contradicts, and no list of values that does not hold for all parameters.
 */
function rowOf(params: readonly Use[], fields: readonly Use[]): readonly RowFacts[] {
  const listed = [...params, ...fields.filter(({ value }) => value.required)];
  const speakers = listed.length === 0 ? fields.slice(0, 1) : listed;
  const allHaveEnum = params.every(({ facts: { notes } }) => notes.listed !== null);
  return speakers.slice(0, 1).map(({ facts }) => ({
    ...facts,
    description: commonDescription(speakers),
    notes: allHaveEnum ? facts.notes : { ...facts.notes, listed: null },
  }));
}

/** The description that all others contain; none where they speak of different things, or one of nothing. */
function commonDescription(uses: readonly Use[]): string {
  const texts = [...new Set(uses.map(({ facts }) => facts.description))];
  if (texts.length < 2) return texts[0] ?? '';
  const [shortest, ...others] = texts
    .map((text) => ({ text, words: wordsOf(text) }))
    .sort((a, b) => a.words.length - b.words.length);
  if (shortest === undefined) return '';
  return others.every(({ words }) => words.includes(shortest.words)) ? shortest.text : '';
}

/** Letters and digits alone: two renderings of one text have them in common. */
function wordsOf(text: string): string {
  const words = text.replace(/\]\([^()\s]{0,2000}\)/g, '').toLowerCase();
  return /^[\0-\x7f]*$/.test(words)
    ? words.replace(/[^a-z0-9]+/g, '')
    : words.replace(/[^\p{L}\p{N}]+/gu, '');
}

function differencesFrom(row: RowFacts, uses: readonly Use[]): readonly Difference[] {
  if (uses.length < 2) return [];
  const told = factsKey(row);
  const groups = new Map<string, Difference & { readonly methods: string[] }>();
  for (const { method, facts } of uses) {
    const key = factsKey(facts);
    if (key === told) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...facts, methods: [method] });
    else group.methods.push(method);
  }
  return [...groups.values()];
}

function factsKey({ type, format, description, notes }: RowFacts): string {
  return JSON.stringify([type, format, description, printCellNotes(notes)]);
}

/** Names that some method requires come first; each part by name. */
function sortRows(rows: readonly RowFacts[], uses: ReadonlyMap<string, readonly Use[]>): readonly RowFacts[] {
  const isRequired = ({ name }: RowFacts): boolean =>
    uses.get(name)?.some(({ value }) => value.required) ?? false;
  const sorted = rows.toSorted((a, b) => byCodeUnit(a.name, b.name));
  return [...sorted.filter(isRequired), ...sorted.filter((row) => !isRequired(row))];
}
