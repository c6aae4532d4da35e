import type { SchemaField } from './schema-field.ts';
import type { Schema } from './spec/schema.ts';

/** Reads schemas: their fields, and what their `$ref`s mean. */
export interface FieldReader {
  readonly fields: (schema: Schema) => readonly SchemaField[];
  readonly resolve: (schema: Schema) => Schema;
}

/** Where the rows of an answer are. */
export interface AnswerRows {
  /** Member by member from the body on; empty: the body itself. */
  readonly at: readonly string[];
  /** Of one row. */
  readonly schema: Schema;
  /** A list of rows; else there is one. */
  readonly isList: boolean;
}

/** Envelopes one inside the other: `{ data: { hits: { hits: [ … ] } } }`. */
const MAX_ENVELOPES = 3;

/** Members that hold what was asked for, by bare name; most APIs use the same few. */
const ENVELOPES = new Set(
  'body collection content contents d data docs documents elements embedded entities entity entries hits item items list nodes objects output payload records resource resources response responsedata result results return rows value values'.split(
    ' ',
  ),
);
/** Members that speak of the answer rather than of what was asked for. */
const ABOUT_ANSWER =
  /^(?:total|count|next|prev|has|is)|(?:total|count|token|cursors?|pages?|offset|limit|more|links?|header)$|^(?:meta|metadata|responsemetadata|pagination|paging|pageable|pageinfo|self|href|url|object|kind|type|etag|status|statuscode|success|ok|code|errorcode|messages?|msg|errors?|errormessage|warnings?|request|requestid|version|apiversion|jsonapi|included|first|last|start|number|numberofelements|size|pagesize|perpage|empty|sort|time|timestamp|took|duration|facets|aggregations|context|odatacontext)$/;
/** Members by which one thing is told from others: what has them is a thing, no envelope. */
const IDENTITY = /^(?:id|uuid|guid|name|key|slug|title)$/;

/** What rows are looked for with. */
export interface RowQuestion {
  /** The operation's: what it addresses is often the name of what is answered. */
  readonly path: string;
  readonly reader: FieldReader;
}

/** All rows that a body may mean: itself, what it wraps, the lists among its members and those of its envelopes. */
export function* possibleRows(body: Schema, question: RowQuestion): Generator<AnswerRows> {
  const { reader } = question;
  yield rowsAt([], body, reader);
  let level: readonly AnswerRows[] = [{ at: [], schema: body, isList: false }];
  for (let depth = 0; depth < MAX_ENVELOPES && level.length > 0; depth += 1) {
    const inner: AnswerRows[] = [];
    for (const { at, schema } of level) {
      for (const field of reader.fields(schema)) {
        const rows = rowsAt([...at, field.name], field.schema, reader);
        const isEnvelope = !rows.isList && ENVELOPES.has(looseName(field.name));
        if (rows.isList || isEnvelope) yield rows;
        if (isEnvelope) inner.push(rows);
      }
    }
    level = inner;
  }
  const wrapped = wrappedRows(body, question);
  if (wrapped !== null) yield wrapped;
}

/**
 * The rows of a body that have most of some names, and of those that have as many of them the ones that have least
 * besides; the body itself where it is a list.
 */
export function rowsOfNames(body: Schema, names: ReadonlySet<string>, question: RowQuestion): AnswerRows {
  let best: { readonly rows: AnswerRows; readonly known: number; readonly others: number } | null = null;
  for (const rows of possibleRows(body, question)) {
    const fields = question.reader.fields(rows.schema);
    const known = fields.filter(({ name }) => names.has(name)).length;
    const others = fields.length - known;
    const isBetter = best === null || known > best.known || (known === best.known && others < best.others);
    // Rows without any of the names are no better for having nothing else.
    if (isBetter && (best === null || known > 0)) best = { rows, known, others };
    if ((rows.at.length === 0 && rows.isList) || (known === names.size && others === 0)) break;
  }
  return best?.rows ?? { at: [], schema: body, isList: false };
}

/**
 * The rows that a body wraps: the one member that is not about the answer, or that has a name which APIs give to what
 * they wrap, or that of the path's collection, envelope by envelope. Null where the body is no envelope.
 */
export function wrappedRows(body: Schema, question: RowQuestion): AnswerRows | null {
  return unwrap(body, { ...question, isPaged: false });
}

/** The list that pages are of, where the parameters of an operation turn them: also a single list among other members. */
export function pagedRows(body: Schema, question: RowQuestion): AnswerRows | null {
  const whole = rowsAt([], body, question.reader);
  const found = whole.isList ? whole : unwrap(body, { ...question, isPaged: true });
  return found?.isList ? found : null;
}

interface Search extends RowQuestion {
  readonly isPaged: boolean;
}

function unwrap(body: Schema, search: Search): AnswerRows | null {
  let rows = rowsAt([], body, search.reader);
  let isSure = true;
  for (let depth = 0; depth < MAX_ENVELOPES && !rows.isList; depth += 1) {
    const inner = innerOf(rows.schema, search);
    if (inner === null) break;
    isSure &&= inner.isSure;
    rows = rowsAt([...rows.at, inner.name], inner.schema, search.reader);
  }
  return rows.at.length > 0 && (rows.isList || isSure) ? rows : null;
}

interface Inner extends Pick<SchemaField, 'name' | 'schema'> {
  /** Nothing else in the envelope is what was asked for. */
  readonly isSure: boolean;
}

function innerOf(schema: Schema, { path, isPaged, reader }: Search): Inner | null {
  const members = reader.fields(schema);
  const noun = nounOf(path);
  const isOf = ({ name }: SchemaField): boolean =>
    noun.length > 2 && singular(looseName(name)).endsWith(noun);
  const isNamed = (member: SchemaField): boolean => ENVELOPES.has(looseName(member.name)) || isOf(member);
  const isArray = (member: SchemaField): boolean => reader.resolve(member.schema).kind === 'array';
  const isObject = (member: SchemaField): boolean =>
    !isArray(member) && reader.fields(member.schema).length > 0;
  const told = members.filter((member) => isOf(member) || !ABOUT_ANSWER.test(looseName(member.name)));
  const [only] = told.length === 1 ? told : [];
  if (only !== undefined && isArray(only) && (isPaged || isNamed(only) || !endsInParameter(path)))
    return { ...only, isSure: true };
  if (only !== undefined && isObject(only) && (isNamed(only) || members.length === 1))
    return { ...only, isSure: true };
  const isThing = told.some(({ name }) => IDENTITY.test(looseName(name)));
  const lists = told.filter(isArray);
  const meant = lists.length === 1 && isPaged ? lists : isThing && !isPaged ? [] : lists.filter(isNamed);
  const [list] = meant.length === 1 ? meant : [];
  if (list !== undefined) return { ...list, isSure: true };
  if (isThing || lists.length > 0) return null;
  const objects = told.filter((member) => isNamed(member) && isObject(member));
  const [object] = objects.length === 1 ? objects : [];
  return object === undefined ? null : { ...object, isSure: false };
}

function rowsAt(at: readonly string[], schema: Schema, { resolve }: FieldReader): AnswerRows {
  const resolved = resolve(schema);
  if (resolved.kind !== 'array') return { at, schema, isList: false };
  return { at, schema: resolved.items ?? { kind: 'any', origin: resolved.origin }, isList: true };
}

/** What the collection of a path holds: `droplet` under `/droplets`, `key` under `/account/keys`. */
function nounOf(path: string): string {
  const last = path.split('/').findLast((part) => part !== '' && !part.includes('{'));
  return singular(looseName(last ?? ''));
}

function singular(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[sxz]|ch|sh)es$/, '')
    .replace(/(?<!s)s$/, '');
}

function endsInParameter(path: string): boolean {
  return /\}[^/]*\/?$/.test(path);
}

/** A name without case and punctuation: `page[size]`, `page_size` and `pageSize` are one. */
export function looseName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
