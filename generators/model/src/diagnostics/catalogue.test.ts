import { describe, expect, it } from 'vitest';
import { type Code, catalogue, catalogueGroups, isCode } from './catalogue.ts';
import type { CodeEntry } from './define.ts';
import { diagnose } from './diagnose.ts';

const entries = Object.entries(catalogue) as unknown as readonly [Code, CodeEntry<never>][];

describe('the catalogue', () => {
  it.each(entries)('tells everything of %s', (code, entry) => {
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(entry.title).toMatch(/^[^a-z\s].*[^.\s]$/);
    expect(entry.explanation).toMatch(/^\S.*[.:`)]$/s);
    expect(entry.example.before.trim()).not.toBe('');
    expect(entry.example.after.trim()).not.toBe('');
    expect(entry.example.after).not.toBe(entry.example.before);
  });

  it('has each code in one group', () => {
    const grouped = catalogueGroups.flatMap((group) => group.codes);
    expect(grouped.toSorted()).toEqual(entries.map(([code]) => code).toSorted());
  });

  it('gives no two codes one title', () => {
    const titles = entries.map(([, entry]) => entry.title);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  it('knows its codes, and not the members of every object', () => {
    expect(isCode('input-not-found')).toBe(true);
    expect(isCode('constructor')).toBe(false);
    expect(isCode('__proto__')).toBe(false);
  });
});

describe('diagnose', () => {
  it('fills message and hint from the arguments', () => {
    const draft = diagnose({
      code: 'input-not-found',
      args: { path: 'openapi.yml', option: '`--spec`' },
      at: { file: 'openapi.yml', line: 1, column: 1 },
    });
    expect(draft).toEqual({
      code: 'input-not-found',
      message: '`openapi.yml` does not exist.',
      hint: 'Mend the path in `--spec`.',
      subject: {},
      place: { file: 'openapi.yml', line: 1, column: 1 },
      related: [],
    });
  });
});
