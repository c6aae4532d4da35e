import { type DraftDiagnostic, diagnose, type Source } from '@plumbline/model';
import { type Marker, markerOf } from './markers.ts';
import { placeSamples } from './place-samples.ts';
import { readBody } from './read-content.ts';
import { readResponses } from './read-responses.ts';
import type { ReferenceBody, ReferenceOperation, ReferenceResponse, SecurityNeed } from './reference.ts';
import { readRows, type UnreadValue } from './rows.ts';
import { readSamples, type Sample } from './samples.ts';
import { scopeNeed, securityNeeds } from './security.ts';
import type { Segment } from './segments.ts';
import { paragraphs, type ReferenceLine } from './text-lines.ts';

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
  const variants = segment.lines.find(({ text }) => VARIANTS.test(text));
  if (variants !== undefined) {
    const args = { operation: name };
    diagnostics.push(diagnose({ code: 'import-variants-missing', args, at: variants.source, subject: args }));
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

/** What stands above the buttons of variants. */
const VARIANTS = /^(?:one|any) of(?: ?[:(].{0,200})?$/i;

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
