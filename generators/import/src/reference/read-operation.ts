import { type DraftDiagnostic, diagnose, dictionary, type JsonValue, type Source } from '@plumbline/model';
import { type Marker, markerOf } from './markers.ts';
import { nestRows } from './nest-rows.ts';
import type {
  ReferenceBody,
  ReferenceOperation,
  ReferenceResponse,
  ReferenceRow,
  Schema,
  SecurityNeed,
} from './reference.ts';
import { isRowStart, readRows, type UnreadValue } from './rows.ts';
import { readSamples, type Sample } from './samples.ts';
import { scopeNeed, securityNeeds } from './security.ts';
import type { Segment } from './segments.ts';
import { paragraphs, type ReferenceLine } from './text-lines.ts';
import { parseTypeLine } from './type-line.ts';

interface Part {
  readonly marker: Marker | null;
  readonly lines: readonly ReferenceLine[];
  readonly source: Source;
}

/** What the text tells of one operation. */
export function readOperation(segment: Segment): {
  readonly operation: ReferenceOperation;
  readonly diagnostics: readonly DraftDiagnostic[];
} {
  const { endpoint, summary, source } = segment;
  const name = `${endpoint.method.toUpperCase()} ${endpoint.path}`;
  const diagnostics: DraftDiagnostic[] = [];
  const unread: UnreadValue[] = [];
  const rowsIn = (lines: readonly ReferenceLine[]) => {
    const read = readRows(lines);
    unread.push(...read.unread);
    return read;
  };
  const description: string[] = [];
  const params: ReferenceOperation['params'][number][] = [];
  const security: SecurityNeed[] = [];
  const samples: { readonly of: 'request' | 'response'; readonly sample: Sample }[] = [];
  let body: ReferenceBody | null = null;
  let responses: readonly ReferenceResponse[] = [];
  let isDeprecated = false;

  for (const part of partsOf(segment)) {
    const { marker, lines } = part;
    switch (marker?.kind) {
      case undefined:
      case 'label':
        isDeprecated ||= lines.some(({ text }) => /^deprecated$/i.test(text));
        description.push(paragraphs(lines.filter(({ text }) => !/^deprecated$/i.test(text))));
        break;
      case 'scopes': {
        const [first, ...rest] = lines;
        const isList = marker.text === '' && first !== undefined;
        security.push(scopeNeed(isList ? first.text : marker.text, part.source));
        description.push(paragraphs(isList ? rest : lines));
        break;
      }
      case 'security':
        security.push(
          ...securityNeeds([marker.text, ...lines.map(({ text }) => text)].join(' '), part.source),
        );
        break;
      case 'params': {
        const { rows, before } = rowsIn(lines);
        params.push(...rows.map((row) => ({ ...row, in: marker.in })));
        diagnostics.push(...unreadLines(before, name));
        break;
      }
      case 'body':
        body = readBody(marker, rowsIn, lines);
        break;
      case 'responses':
        responses = readResponses(lines, rowsIn);
        break;
      case 'samples': {
        const read = readSamples(lines, 0, lines.length).samples;
        samples.push(...read.map((sample) => ({ of: marker.of, sample })));
        break;
      }
      default:
        break;
    }
  }
  const placed = placeSamples({ samples, body, responses }, name);
  diagnostics.push(...placed.diagnostics, ...unread.map((value) => unreadValue(value, name)));
  const operation: ReferenceOperation = {
    ...endpoint,
    summary,
    description: description.filter((text) => text !== '').join('\n\n'),
    isDeprecated,
    params,
    body: placed.body,
    responses: placed.responses,
    security,
    source,
  };
  return { operation, diagnostics };
}

/** The operation's lines, at its markers; those of one response belong to `Responses`. */
function partsOf({ lines, source }: Segment): readonly Part[] {
  const parts: { marker: Marker | null; lines: ReferenceLine[]; source: Source }[] = [
    { marker: null, lines: [], source },
  ];
  for (const line of lines) {
    const marker = markerOf(line.text);
    const current = parts.at(-1);
    const isInner = marker?.kind === 'response-schema' || marker?.kind === 'response-headers';
    if (marker === null || isInner || current === undefined) current?.lines.push(line);
    else parts.push({ marker, lines: [], source: line.source });
  }
  return parts;
}

type RowsIn = (lines: readonly ReferenceLine[]) => ReturnType<typeof readRows>;

const MEDIA = /^[\w.+*-]+\/[\w.+*-]+(?:; ?[\w=-]+)*$/;

function readBody(
  { media, required }: Extract<Marker, { kind: 'body' }>,
  rowsIn: RowsIn,
  lines: readonly ReferenceLine[],
): ReferenceBody {
  const content = mediaAbove(lines, media);
  const [first, ...others] = content.rest;
  const isRequired = required || /^required$/i.test(first?.text ?? '');
  const rest = !required && isRequired ? others : content.rest;
  const { schema, before } = schemaIn(rest, rowsIn);
  return { media: content.media, isRequired, description: paragraphs(before), schema, example: undefined };
}

/** The media type, where it stands on a line of its own; a browser's list shows it twice. */
function mediaAbove(
  lines: readonly ReferenceLine[],
  given: string | null,
): { readonly media: string | null; readonly rest: readonly ReferenceLine[] } {
  let media = given;
  let at = 0;
  while (at < lines.length && (lines[at]?.text === '' || MEDIA.test(lines[at]?.text ?? ''))) {
    if (lines[at]?.text !== '') media ??= lines[at]?.text ?? null;
    at += 1;
  }
  return { media, rest: lines.slice(at) };
}

/** The schema that rows describe, an object or an array of them, or a type alone. */
function schemaIn(
  lines: readonly ReferenceLine[],
  rowsIn: RowsIn,
): { readonly schema: Schema | null; readonly before: readonly ReferenceLine[] } {
  const { rows, before } = rowsIn(lines);
  const isArray = before.some(({ text }) => /^array\b ?(?:\(.{0,80}\)|\[)?[:]?$/i.test(text));
  if (rows.length > 0) {
    const object = objectOf(rows);
    return {
      schema: isArray ? { type: 'array', items: object } : object,
      before: before.filter(({ text }) => !/^array\b/i.test(text)),
    };
  }
  const typed = before.findIndex(({ text }) => text !== '');
  const type = parseTypeLine(before[typed]?.text ?? '');
  if (type !== null && type.rest === '' && !type.isRecursive) {
    return { schema: type.schema, before: before.slice(typed + 1) };
  }
  return { schema: null, before };
}

/** Properties by their rows; of two with one name the first. */
export function objectOf(rows: readonly ReferenceRow[]): Schema {
  const properties = new Map<string, JsonValue>();
  let additional: JsonValue | undefined;
  for (const row of rows) {
    if (row.isAdditional) additional ??= propertyOf(row);
    else if (!properties.has(row.name)) properties.set(row.name, propertyOf(row));
  }
  const required = [
    ...new Set(rows.filter((row) => row.isRequired && !row.isAdditional).map(({ name }) => name)),
  ];
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    ...(properties.size === 0 ? {} : { properties: dictionary(properties) }),
    ...(additional === undefined ? {} : { additionalProperties: additional }),
  };
}

function propertyOf({ schema, description, isDeprecated, example }: ReferenceRow): Schema {
  return {
    ...schema,
    ...(description === '' ? {} : { description }),
    ...(isDeprecated ? { deprecated: true } : {}),
    ...(example === undefined ? {} : { example }),
  };
}

const STATUS = /^([1-5]\d\d|[1-5][Xx][Xx]|default(?!:))(?![\w-])[\s:–-]*(.*)$/;

function readResponses(lines: readonly ReferenceLine[], rowsIn: RowsIn): readonly ReferenceResponse[] {
  const begun: { status: string; lines: ReferenceLine[]; source: Source }[] = [];
  for (const [i, line] of lines.entries()) {
    const [, status, meaning = ''] = STATUS.exec(line.text.slice(0, 2000)) ?? joinedStatus(line.text);
    // A property may be called `default`.
    if (status === undefined || isRowStart(lines, i)) begun.at(-1)?.lines.push(line);
    else {
      const said = meaning === '' ? [] : [{ ...line, text: meaning }];
      begun.push({
        status: /^default$/i.test(status) ? 'default' : status.toUpperCase(),
        lines: said,
        source: line.source,
      });
    }
  }
  return begun.map(({ status, lines: own, source }) => {
    const parts = partsOfResponse(own);
    const content = mediaAbove(parts.schema ?? [], parts.media);
    const { schema } = schemaIn(content.rest, rowsIn);
    return {
      status,
      meaning: paragraphs(parts.meaning),
      headers: parts.headers === null ? [] : rowsIn(parts.headers).rows,
      media: content.media,
      schema,
      example: undefined,
      source,
    };
  });
}

/** `200Success`. */
function joinedStatus(text: string): RegExpExecArray | readonly [] {
  return /^([1-5]\d\d)([A-Z].{0,300})$/.exec(text) ?? [];
}

function partsOfResponse(lines: readonly ReferenceLine[]): {
  readonly meaning: readonly ReferenceLine[];
  readonly schema: readonly ReferenceLine[] | null;
  readonly media: string | null;
  readonly headers: readonly ReferenceLine[] | null;
} {
  const meaning: ReferenceLine[] = [];
  let schema: ReferenceLine[] | null = null;
  let headers: ReferenceLine[] | null = null;
  let media: string | null = null;
  let current = meaning;
  for (const line of lines) {
    const marker = markerOf(line.text);
    if (marker?.kind === 'response-schema') {
      schema = [];
      current = schema;
      media = marker.media;
    } else if (marker?.kind === 'response-headers') {
      headers = [];
      current = headers;
    } else current.push(line);
  }
  return { meaning, schema, media, headers };
}

/** Answers without a body (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS = /^(?:1|204|205|304)/;

/** Puts samples where they belong: a reference shows that of the first response that has one, unless its tabs say more. */
function placeSamples(
  {
    samples,
    body,
    responses,
  }: {
    readonly samples: readonly { readonly of: 'request' | 'response'; readonly sample: Sample }[];
    readonly body: ReferenceBody | null;
    readonly responses: readonly ReferenceResponse[];
  },
  operation: string,
): {
  readonly body: ReferenceBody | null;
  readonly responses: readonly ReferenceResponse[];
  readonly diagnostics: readonly DraftDiagnostic[];
} {
  const diagnostics: DraftDiagnostic[] = [];
  let filled = body;
  const answers = [...responses];
  for (const { of, sample } of samples) {
    const { value, media, statuses, source } = sample;
    if (value === undefined) {
      diagnostics.push(
        diagnose({
          code: 'import-sample-unreadable',
          args: { of, operation },
          at: source,
          subject: { operation },
        }),
      );
    } else if (of === 'request') {
      if (filled !== null && filled.example === undefined) {
        const schema = filled.schema === null ? null : nestRows(filled.schema, value);
        filled = { ...filled, media: filled.media ?? media, example: value, schema };
      }
    } else {
      const wanted = statuses[0];
      const at = answers.findIndex(({ status }) =>
        wanted === undefined ? !BODILESS.test(status) : status === wanted,
      );
      const answer = answers[at];
      if (answer === undefined || answer.example !== undefined) continue;
      const schema = answer.schema === null ? null : nestRows(answer.schema, value);
      answers[at] = { ...answer, media: answer.media ?? media, example: value, schema };
      if (wanted === undefined) {
        const args = { operation, status: answer.status };
        diagnostics.push(
          diagnose({ code: 'import-sample-placed', args, at: source, subject: { operation } }),
        );
      }
    }
  }
  return { body: filled, responses: answers, diagnostics };
}

function unreadLines(lines: readonly ReferenceLine[], operation: string): readonly DraftDiagnostic[] {
  const first = lines.find(({ text }) => text !== '');
  if (first === undefined) return [];
  return [
    diagnose({
      code: 'import-row-unreadable',
      args: { text: first.text.slice(0, 80), operation },
      at: first.source,
      subject: { operation },
    }),
  ];
}

function unreadValue({ name, keyword, text, source }: UnreadValue, operation: string): DraftDiagnostic {
  const args = { name, keyword, text: text.slice(0, 80) };
  return diagnose({ code: 'import-value-unreadable', args, at: source, subject: { operation, name } });
}
