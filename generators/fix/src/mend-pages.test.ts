import { type Code, catalogue } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { FIXERS } from './fixers/fixers.ts';
import { agreeing, bookPage, DIALECT_NAMES } from './testing/book-page.ts';
import { CASES } from './testing/cases.ts';
import { librarySpec, mendPage } from './testing/library.ts';

const SPEC = librarySpec();
const WINDOWS = (text: string): string => text.replaceAll('\n', '\r\n').replace(/\r\n$/, '');

describe('the catalogue and the fixers', () => {
  const fixable = (Object.keys(catalogue) as Code[]).filter((code) => catalogue[code].fixable);

  it('agree on what can be mended', () => {
    expect(Object.keys(FIXERS).toSorted()).toEqual(fixable.toSorted());
  });

  it('have a page for each code', () => {
    expect([...new Set(CASES.map(({ code }) => code))].toSorted()).toEqual(fixable.toSorted());
  });
});

describe.each(DIALECT_NAMES)('a page in %s', (dialect) => {
  const cases = CASES.filter(({ isFor }) => isFor?.(dialect) ?? true).map(
    (one) => [[one.code, one.name].filter(Boolean).join(' '), one] as const,
  );
  const base = agreeing(dialect);

  it.each(cases)('is mended: %s', (_name, { code, given, want = (page) => page, spec: edits }) => {
    const spec = edits === undefined ? SPEC : librarySpec(edits);
    const broken = bookPage(dialect, given(base, dialect));
    const wanted = bookPage(dialect, want(base, dialect));
    const { before, remaining, text } = mendPage(broken, { spec });
    expect(before.findings.map((finding) => finding.code)).toContain(code);
    expect(text).toBe(wanted);
    expect(remaining).toEqual([]);
    expect(mendPage(text, { spec }).files).toEqual([]);
    // The line ends of Windows stay, and where there is none at the end, none comes.
    expect(mendPage(WINDOWS(broken), { spec }).text).toBe(WINDOWS(wanted));
  });
});
