import type { Code } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { NO_COLOURS } from '../terminal/colours.ts';
import { finding, reportOf } from '../testing/report.ts';
import { closingSummary } from './closing.ts';

const said = (command: 'drift' | 'fix', code: Code = 'param-missing-from-page') =>
  closingSummary({ ...reportOf([{ ...finding(), code }]), command }, { colours: NO_COLOURS, seconds: 1.25 });

describe('the last words of a run', () => {
  it('tell of each code, and what to do next', () => {
    expect(said('drift').split('\n').slice(0, 3)).toEqual([
      '     1 error   param-missing-from-page  Required parameter missing from the page',
      '       `plumbline explain CODE` tells what a code means.',
      '       `plumbline fix --dry-run` shows what it would mend in the pages.',
    ]);
  });

  it.each([
    ['what fix has left', said('fix')],
    ['a code that it does not mend', said('drift', 'operation-missing-from-pages')],
  ])('do not name fix: %s', (_, text) => {
    expect(text).toContain('`plumbline explain CODE`');
    expect(text).not.toContain('plumbline fix');
  });
});
