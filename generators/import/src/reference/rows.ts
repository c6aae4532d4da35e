import type { JsonValue, Source } from '@plumbline/model';
import type { ReferenceRow, Schema } from './reference.ts';
import { paragraphs, type ReferenceLine } from './text-lines.ts';
import { parseTypeLine, type TypeLine } from './type-line.ts';
import { exampleText, listedValues, typedValue } from './values.ts';

/** Something that stands where a value was expected, and is none of the type that the row has. */
export interface UnreadValue {
  readonly name: string;
  readonly keyword: string;
  readonly text: string;
  readonly source: Source;
}

export interface ReferenceRows {
  readonly rows: readonly ReferenceRow[];
  /** What stands above the first row. */
  readonly before: readonly ReferenceLine[];
  readonly unread: readonly UnreadValue[];
}

/** True where a parameter or property begins: a name, and its type. */
export function isRowStart(lines: readonly ReferenceLine[], i: number): boolean {
  return rowStart(lines, i) !== null;
}

interface RowStart {
  readonly name: string;
  readonly flags: readonly string[];
  readonly type: TypeLine;
  readonly taken: number;
}

const NAME = /^(?:[^\s:]{1,128}|property name\*)$/;
const FLAG = /^(?:required|deprecated|additional property|read-only|write-only|nullable|recursive)$/i;

/** The rows of a table of parameters or of a schema, one under the other. */
export function readRows(lines: readonly ReferenceLine[]): ReferenceRows {
  const before: ReferenceLine[] = [];
  const begun: { readonly start: RowStart; readonly source: Source; readonly more: ReferenceLine[] }[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) break;
    const start = rowStart(lines, i);
    if (start === null) {
      (begun.at(-1)?.more ?? before).push(line);
      i += 1;
    } else {
      begun.push({ start, source: line.source, more: [] });
      i += start.taken;
    }
  }
  const unread: UnreadValue[] = [];
  const rows = begun.map(({ start, source, more }) => rowOf(start, { source, more, unread }));
  return { rows, before, unread };
}

function rowStart(lines: readonly ReferenceLine[], i: number): RowStart | null {
  const text = lines[i]?.text ?? '';
  if (text === '' || text.length > 4000) return null;
  if (NAME.test(text) && !FLAG.test(text)) {
    const flags: string[] = [];
    for (let next = i + 1; next < lines.length && next < i + 10; next += 1) {
      const said = lines[next]?.text ?? '';
      if (said === '') continue;
      if (FLAG.test(said)) {
        flags.push(said.toLowerCase());
        continue;
      }
      const inline = /^((?:required|deprecated) ?)?(.*)$/i.exec(said);
      const type = parseTypeLine(inline?.[2] ?? said);
      if (type === null || !isTypesEnd(type)) break;
      if (inline?.[1] !== undefined) flags.push(inline[1].trim().toLowerCase());
      return { name: text, flags, type, taken: next + 1 - i };
    }
  }
  return joinedStart(text);
}

/** What may follow a type on its line. */
function isTypesEnd({ rest }: TypeLine): boolean {
  return (
    rest === '' ||
    /^(?:default|enum|items enum|value|examples?|read-only|write-only|deprecated|nullable|additional)\b/i.test(
      rest,
    )
  );
}

const TYPE_WORD = /(?:string|integer|number|boolean|object|Array of )/g;

/** `limitinteger <int32> [ 1 .. 200 ]Default: 20The number`, `userId required string`. */
function joinedStart(text: string): RowStart | null {
  const head = text.slice(0, 200);
  for (const { index } of head.matchAll(TYPE_WORD)) {
    const before = head.slice(0, index);
    const split = /^([^\s:,.;()]{1,128}?)\s*((?:required|deprecated)?)\s*$/i.exec(before);
    const name = split?.[1] ?? '';
    if (!/^[\w$@#.[\]-]+$/.test(name)) continue;
    // Prose has blanks between its words, and rows that are run together have none.
    const isSpaced = /\s$/.test(before);
    const isMarked = split?.[2] !== '';
    // `userIdrequiredstringid of a user`: after a mark a type is one, whatever follows it.
    const written = text.slice(index);
    const type = parseTypeLine(
      isMarked ? written.replace(/^(?:string|integer|number|boolean|object)s?/, '$& ') : written,
    );
    if (type === null || (isSpaced && split?.[2] === '' && !isTypesEnd(type))) continue;
    if (!isTypesEnd(type) && !/^[^a-z]/.test(type.rest) && !isMarked) continue;
    return { name, flags: split?.[2] ? [split[2].toLowerCase()] : [], type, taken: 1 };
  }
  return null;
}

const FACT = /^(default|items enum|enum|value|examples?|pattern|match pattern): ?(.*)$/i;
const FACTS_INSIDE = /(?=(?<!Items )(?:Default|Items Enum|Enum|Examples?): )/;

function rowOf(
  { name, flags, type }: RowStart,
  {
    source,
    more,
    unread,
  }: { readonly source: Source; readonly more: readonly ReferenceLine[]; readonly unread: UnreadValue[] },
): ReferenceRow {
  const marks = new Set(flags);
  const schema: { [keyword: string]: JsonValue } = { ...type.schema };
  let example: JsonValue | undefined;
  const prose: ReferenceLine[] = [];
  const give = (keyword: string, text: string, at: Source): boolean => {
    const target = keyword === 'items enum' ? itemsOf(schema) : schema;
    if (keyword === 'enum' || keyword === 'items enum') {
      const values = listedValues(text, target);
      if (values.length === 0) return false;
      const items = keyword === 'enum' && target.type === 'array' ? itemsOf(schema) : target;
      items.enum = items === target ? values : listedValues(text, items);
      return true;
    }
    if (keyword.endsWith('pattern')) {
      schema.pattern = text;
      return true;
    }
    const value = typedValue(keyword.startsWith('example') ? exampleText(text, name) : text, schema);
    if (value === undefined) unread.push({ name, keyword, text, source: at });
    else if (keyword === 'default') schema.default = value;
    else if (keyword === 'value') schema.enum = [value];
    else example ??= value;
    return true;
  };
  const lines = type.rest === '' ? more : [{ text: type.rest, isHeading: false, source }, ...more];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    const pieces = i === 0 && type.rest !== '' ? line.text.split(FACTS_INSIDE) : [line.text];
    for (const piece of pieces) {
      if (FLAG.test(piece)) {
        marks.add(piece.toLowerCase());
        continue;
      }
      const [, keyword = '', said = ''] =
        prose.some(({ text }) => text !== '' && !/^https?:/.test(text)) && !/^Example/i.test(piece)
          ? []
          : (FACT.exec(piece) ?? []);
      if (keyword === '') {
        prose.push({ ...line, text: piece });
        continue;
      }
      // The values of a list may stand one a line.
      let values = said;
      while (/enum|examples/i.test(keyword) && /^(?:"[^"]*"|- .+)$/.test(lines[i + 1]?.text ?? '')) {
        i += 1;
        values += ` ${lines[i]?.text.replace(/^- /, '') ?? ''}`;
      }
      const [value, after] =
        i === 0 && pieces.length > 0 && type.rest !== ''
          ? joinedValue(keyword, values, schema)
          : [values, ''];
      if (!give(keyword.toLowerCase(), value.trim(), line.source)) prose.push({ ...line, text: piece });
      else if (after !== '') prose.push({ ...line, text: after });
    }
  }
  if (marks.has('read-only')) schema.readOnly = true;
  if (marks.has('write-only')) schema.writeOnly = true;
  if (marks.has('nullable') && typeof schema.type === 'string') schema.type = [schema.type, 'null'];
  return {
    name,
    isRequired: marks.has('required'),
    isDeprecated: marks.has('deprecated'),
    isAdditional: marks.has('additional property') || name === 'property name*',
    schema: checkedPattern(schema, { name, source, unread }),
    example,
    description: paragraphs(prose),
    source,
  };
}

/** `Default: 20The number`, `Enum: "A" "B"The state`: the value, and the description that is run together with it. */
function joinedValue(keyword: string, text: string, schema: Schema): readonly [string, string] {
  const pattern = /enum/i.test(keyword)
    ? /^(?:"(?:[^"\\]|\\.)*"[ ,]*)+/
    : schema.type === 'boolean'
      ? /^(?:true|false)/
      : schema.type === 'integer' || schema.type === 'number'
        ? /^-?\d+(?:\.\d+)?/
        : /^(?:"(?:[^"\\]|\\.)*"|[A-Z0-9_]+(?=[A-Z][a-z])|[a-z0-9_.-]+(?=[A-Z][a-z ]))/;
  const [value] = pattern.exec(text) ?? [];
  return value === undefined ? [text, ''] : [value, text.slice(value.length).trim()];
}

function itemsOf(schema: { [keyword: string]: JsonValue }): { [keyword: string]: JsonValue } {
  const items: { [keyword: string]: JsonValue } = { ...(schema.items as Schema | undefined) };
  schema.items = items;
  return items;
}

/** A pattern that JavaScript does not take says nothing to whoever reads the fragment. */
function checkedPattern(
  schema: Schema,
  {
    name,
    source,
    unread,
  }: { readonly name: string; readonly source: Source; readonly unread: UnreadValue[] },
): Schema {
  const { pattern, ...others } = schema;
  if (typeof pattern !== 'string') return schema;
  try {
    new RegExp(pattern, 'u');
    return schema;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    unread.push({ name, keyword: 'pattern', text: pattern, source });
    return others;
  }
}
