import type { Diagnostic } from '@plumbline/model';
import { expect, it } from 'vitest';
import { newFindings } from './findings.ts';

it('counts what was not there before, whatever its line', () => {
  expect(newFindings([finding('a', 9), finding('b', 1)], [finding('a', 1)])).toEqual([finding('b', 1)]);
});

it('counts one that comes once more', () => {
  expect(newFindings([finding('a', 1), finding('a', 2)], [finding('a', 1)])).toEqual([finding('a', 2)]);
});

it('leaves notes', () => {
  expect(newFindings([{ ...finding('a', 1), severity: 'info' }], [])).toEqual([]);
});

function finding(message: string, line: number): Diagnostic {
  const source = { file: 'a.md', line, column: 1 };
  return {
    code: 'param-missing-from-page',
    severity: 'error',
    message,
    hint: '',
    subject: {},
    source,
    related: [],
  };
}
