import type { Source } from '@plumbline/model';
import { markerOf } from './markers.ts';
import { mediaAbove, type RowsIn, schemaIn } from './read-content.ts';
import type { ReferenceResponse } from './reference.ts';
import { isRowStart } from './rows.ts';
import { paragraphs, type ReferenceLine } from './text-lines.ts';

const STATUS = /^([1-5]\d\d|[1-5][Xx][Xx]|default(?!:))(?![\w-])[\s:–-]*(.*)$/;

/** The responses under their title, each from its status on. */
export function readResponses(lines: readonly ReferenceLine[], rowsIn: RowsIn): readonly ReferenceResponse[] {
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
