import type { Source } from '@plumbline/model';
import { type Endpoint, endpointAt, markerOf } from './markers.ts';
import { readSamples } from './samples.ts';
import type { ReferenceLine } from './text-lines.ts';

/** The lines of one operation. */
export interface Segment {
  readonly endpoint: Endpoint;
  readonly summary: string;
  /** Up to the next operation, title and endpoint excluded; the description first. */
  readonly lines: readonly ReferenceLine[];
  readonly source: Source;
}

export interface Segments {
  /** What stands above the first operation. */
  readonly preamble: readonly ReferenceLine[];
  readonly operations: readonly Segment[];
}

/**
 * Parts a reference at its operations. Their endpoints stand at their end where samples have a column of their own, as
 * ReDoc has them, or else right below the title.
 */
export function segmentsOf(lines: readonly ReferenceLine[]): Segments {
  const endpoints: (Endpoint & { readonly at: number; readonly taken: number })[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const next = lines.slice(i + 1, i + 3).find(({ text }) => text !== '')?.text ?? '';
    const endpoint = endpointAt(lines[i]?.text ?? '', next);
    if (endpoint === null) continue;
    const taken =
      endpoint.taken === 1 ? 1 : firstIn(lines, i + 1, lines.length, ({ text }) => text !== '') - i + 1;
    endpoints.push({ ...endpoint, at: i, taken });
    i += taken - 1;
  }
  const first = endpoints[0];
  if (first === undefined) return { preamble: lines, operations: [] };
  const isAfter = lines.slice(0, first.at).some(({ text }) => isPart(text));
  const heads: Head[] = [];
  let from = 0;
  for (const [i, { at, taken }] of endpoints.entries()) {
    const end = isAfter ? partFrom(lines, from, at) : at;
    const tail = i === 0 ? 0 : tailEnd(lines, from, end);
    heads.push(
      isAfter ? headIn(lines, { from: tail, to: end, isFirst: i === 0 }) : titleAbove(lines, from, at),
    );
    from = at + taken;
  }
  const operations = endpoints.map((endpoint, i): Segment => {
    const head = heads[i] ?? { start: 0, title: 0 };
    const stop = heads[i + 1]?.start ?? lines.length;
    const own = [
      ...lines.slice(head.title + 1, Math.min(endpoint.at, stop)),
      ...lines.slice(Math.max(head.title + 1, endpoint.at + endpoint.taken), stop),
    ];
    const title = lines[head.title];
    return {
      endpoint,
      summary: head.title === endpoint.at ? '' : (title?.text ?? ''),
      lines: own,
      source: lines[endpoint.at]?.source ?? { file: '', line: 1, column: 1 },
    };
  });
  return { preamble: lines.slice(0, heads[0]?.start ?? 0), operations };
}

/** Where an operation begins, and the line of its title. */
interface Head {
  readonly start: number;
  readonly title: number;
}

type Matches = (line: ReferenceLine) => boolean;

/** The first of such lines, by index; `to` where there is none. */
function firstIn(lines: readonly ReferenceLine[], from: number, to: number, matches: Matches): number {
  for (let i = from; i < to; i += 1) {
    const line = lines[i];
    if (line !== undefined && matches(line)) return i;
  }
  return to;
}

/** The last of such lines, by index; -1 where there is none. */
function lastIn(lines: readonly ReferenceLine[], from: number, to: number, matches: Matches): number {
  for (let i = to - 1; i >= from; i -= 1) {
    const line = lines[i];
    if (line !== undefined && matches(line)) return i;
  }
  return -1;
}

function isPart(text: string): boolean {
  const kind = markerOf(text)?.kind;
  return kind !== undefined && kind !== 'samples' && kind !== 'callbacks';
}

/** The first part of an operation between two lines, or the end. */
function partFrom(lines: readonly ReferenceLine[], from: number, to: number): number {
  return firstIn(lines, from, to, ({ text }) => isPart(text));
}

/** The end of the samples that stand between an endpoint and the next operation's title. */
function tailEnd(lines: readonly ReferenceLine[], from: number, to: number): number {
  const { end } = readSamples(lines, from, to);
  const marker = lastIn(lines, end, to, ({ text }) => markerOf(text)?.kind === 'samples');
  const code = lastIn(lines, end, to, ({ text }) => isCode(text));
  return Math.max(from, end, marker + 1, code + 1);
}

/** Labels of samples, code in other languages, addresses of servers. */
function isCode(text: string): boolean {
  return (
    /^(?:payload|content type|example|curl|shell|http|node\.?js|java(?:script)?|python|php|ruby|go|c#|copy)$/i.test(
      text,
    ) ||
    /^(?:https?:\/\/\S+|curl |import |const |var |\$)/.test(text.slice(0, 40)) ||
    /[\\;{}[\],]$/.test(text)
  );
}

/** The nearest line above an endpoint. */
function titleAbove(lines: readonly ReferenceLine[], from: number, to: number): Head {
  const title = lastIn(lines, from, to, ({ text }) => text !== '' && markerOf(text)?.kind !== 'label');
  return title === -1 ? { start: to, title: to } : { start: title, title };
}

/**
 * The title among the lines before an operation's first part: a heading, or a line that labels follow, or one whose verb
 * the next line has too (`List users`, `Lists all users`). Else it is the first, but for what a whole reference begins with.
 */
function headIn(
  lines: readonly ReferenceLine[],
  { from, to, isFirst }: { readonly from: number; readonly to: number; readonly isFirst: boolean },
): Head {
  const heading = lastIn(lines, from, to, ({ isHeading, text }) => isHeading && text !== '');
  if (heading !== -1) return { start: heading, title: heading };
  const shown: number[] = [];
  for (let i = from; i < to; i += 1) if (lines[i]?.text !== '') shown.push(i);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return { start: to, title: to };
  const text = (i: number | undefined) => (i === undefined ? '' : (lines[i]?.text ?? ''));
  const isTitle = (i: number) => /^[^\s].{0,118}[^.:!?,;]$/.test(text(i));
  const after = text(to);
  const isLabelled = ['label', 'scopes'].includes(markerOf(after)?.kind ?? '') && !/^request$/i.test(after);
  if (isLabelled && isTitle(last)) return { start: last, title: last };
  const told = shown.find((i, n) => isTitle(i) && isSameVerb(text(i), text(shown[n + 1])));
  const title = told ?? (isFirst ? (shown.slice(0, -1).findLast(isTitle) ?? first) : first);
  return { start: title, title };
}

/** `Retrieve a user` and `Retrieves a user that …`. */
function isSameVerb(title: string, sentence: string): boolean {
  const [verb = ''] = /^[A-Za-z]+/.exec(title) ?? [];
  const [said = ''] = /^[A-Za-z]+/.exec(sentence) ?? [];
  return (
    verb.length > 1 && said.length > verb.length && said.endsWith('s') && said.startsWith(verb.slice(0, -1))
  );
}
