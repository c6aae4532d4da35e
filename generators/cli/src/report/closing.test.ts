import { type Code, dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { NO_COLOURS } from '../terminal/colours.ts';
import { finding, reportOf } from '../testing/report.ts';
import { closingSummary } from './closing.ts';
import type { ProviderSummary } from './report.ts';

const said = (command: 'drift' | 'fix', code: Code = 'param-missing-from-page') =>
  closingSummary({ ...reportOf([{ ...finding(), code }]), command }, { colours: NO_COLOURS, seconds: 1.25 });

const NOTHING_WRITTEN: ProviderSummary = {
  provider: 'okta',
  read: {
    specFiles: 1,
    operations: 1,
    pages: 0,
    services: 1,
    resources: 1,
    methods: 1,
    bound: 1,
    boundBy: dictionary([]),
  },
  found: { errors: 0, warnings: 0, infos: 0, silenced: 0, baselined: 0 },
  outputs: [],
  dryRun: false,
};

describe('the last words of a run', () => {
  it('tell of each code, and what to do next', () => {
    expect(said('drift').split('\n').slice(0, 3)).toEqual([
      '     1 error   param-missing-from-page  Required parameter missing from the page',
      '       `plumbline explain CODE` tells what a code means.',
      '       `plumbline fix --dry-run` shows what it would mend in the pages.',
    ]);
  });

  it('tell that a shard has no provider', () => {
    const words = closingSummary(reportOf([]), { colours: NO_COLOURS, seconds: 1.25 });
    expect(words).toBe('No provider is in this shard. Done in 1.3 s.\n');
  });

  it('tell that a config names nothing to write', () => {
    const { summary, ...report } = reportOf([]);
    const withProvider = { ...summary, providers: [NOTHING_WRITTEN] };
    const words = (command: 'drift' | 'generate') =>
      closingSummary({ ...report, command, summary: withProvider }, { colours: NO_COLOURS, seconds: 1 });
    expect(words('generate')).toContain('\n  wrote  nothing: the config has no `client`, `docs` or');
    expect(words('drift')).not.toContain('wrote');
  });

  it.each([
    ['what fix has left', said('fix')],
    ['a code that it does not mend', said('drift', 'operation-missing-from-pages')],
  ])('do not name fix: %s', (_, text) => {
    expect(text).toContain('`plumbline explain CODE`');
    expect(text).not.toContain('plumbline fix');
  });
});
