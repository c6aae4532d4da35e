import type { SqlVerb } from '@plumbline/model';
import type { Token } from '../markup/token.ts';
import type { Blocks, Heading } from './blocks.ts';
import type { Span } from './page-text.ts';

/** A part of a page under a heading, up to the next of its rank. */
export interface Section extends Span {
  readonly heading: Heading;
  readonly subject: SectionSubject;
}

export type SectionSubject =
  | { readonly kind: 'overview' | 'fields' | 'methods' | 'parameters' | 'other' }
  | { readonly kind: 'examples'; readonly verb: SqlVerb }
  | { readonly kind: 'entries'; readonly level: 'provider' | 'service' };

const SUBJECTS: ReadonlyMap<string, SectionSubject> = new Map<string, SectionSubject>([
  ['overview', { kind: 'overview' }],
  ['fields', { kind: 'fields' }],
  ['methods', { kind: 'methods' }],
  ...['parameters', 'required parameters', 'optional parameters'].map((title): [string, SectionSubject] => [
    title,
    { kind: 'parameters' },
  ]),
  ['resources', { kind: 'entries', level: 'service' }],
  ['services', { kind: 'entries', level: 'provider' }],
  ['lifecycle methods', { kind: 'examples', verb: 'exec' }],
  ...(['select', 'insert', 'update', 'replace', 'delete', 'exec'] as const).flatMap((verb) =>
    ['example', 'examples'].map((word): [string, SectionSubject] => [
      `${verb} ${word}`,
      { kind: 'examples', verb },
    ]),
  ),
]);

/** The sections of the first and second rank, or down to the first that says something, in the order of the page. */
export function sectionsOf({ headings }: Blocks, pageEnd: number): readonly Section[] {
  const known = headings.filter(({ title }) => SUBJECTS.has(normalTitle(title)));
  const rank = Math.max(2, Math.min(...known.map(({ depth }) => depth)));
  const ranked = headings.filter(({ depth }) => depth <= rank);
  return ranked.map((heading, i) => ({
    heading,
    subject: SUBJECTS.get(normalTitle(heading.title)) ?? { kind: 'other' },
    start: heading.end,
    end: ranked[i + 1]?.start ?? pageEnd,
  }));
}

/** The text before the first section; a title in it is what it starts behind. */
export function preambleOf({ bodyStart, headings }: Blocks, pageEnd: number): Span {
  const [first, second] = headings;
  return first?.depth === 1 && !SUBJECTS.has(normalTitle(first.title))
    ? { start: first.end, end: second?.start ?? pageEnd }
    : { start: bodyStart, end: first?.start ?? pageEnd };
}

/** What a heading may stand in that says nothing of the page: prose that a generator put there starts with it. */
const CONTAINERS: ReadonlySet<string> = new Set(['TabItem', 'table', 'details']);

/** The headings of a page without those inside a tab, a table or details, unless they name a part of the page. */
export function ownHeadings(headings: readonly Heading[], tokens: readonly Token[]): readonly Heading[] {
  const spans = elementsOf(tokens);
  let next = 0;
  let insideUntil = -1;
  return headings.filter(({ start, title }) => {
    for (let span = spans[next]; span !== undefined && span.start <= start; span = spans[next]) {
      insideUntil = Math.max(insideUntil, span.end);
      next += 1;
    }
    return start >= insideUntil || SUBJECTS.has(normalTitle(title));
  });
}

/** Where the containers that somebody closed stand, in their order. */
function elementsOf(tokens: readonly Token[]): readonly Span[] {
  const open = new Map<string, number[]>();
  const spans: Span[] = [];
  for (const { kind, name, start, closed } of tokens) {
    if (closed && kind === 'open') continue;
    if (!CONTAINERS.has(name) || (kind !== 'open' && kind !== 'close')) continue;
    const starts = open.get(name) ?? [];
    open.set(name, starts);
    if (kind === 'open') starts.push(start);
    else {
      const from = starts.pop();
      if (from !== undefined) spans.push({ start: from, end: start });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** `` `INSERT` examples `` as `insert examples`, `[Methods](#methods):` as `methods`. */
function normalTitle(title: string): string {
  const plain = title.replace(/[`*]|<[^<>]*>/g, '').replace(/\s+/g, ' ');
  const shown = plain.includes('[') ? plain.replace(/\[([^[\]]*)\](?:\([^()]*\))?/, '$1') : plain;
  return shown.toLowerCase().replace(/^[^\p{L}]+|(?<=\p{L})[^\p{L}]+$/gu, '');
}
