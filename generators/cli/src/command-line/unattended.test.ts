import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './parse.ts';

const all = { by: 'config', files: [], providers: [] };

describe('a command of a workflow', () => {
  it.each([
    [
      'review',
      {
        kind: 'review',
        documents: all,
        base: null,
        sarif: null,
        comment: null,
        failOn: 'error',
        quiet: false,
      },
    ],
    [
      'review --base main --sarif a.sarif --comment b.md --fail-on never --provider acme --quiet',
      {
        kind: 'review',
        documents: { ...all, providers: ['acme'] },
        base: 'main',
        sarif: 'a.sarif',
        comment: 'b.md',
        failOn: 'never',
        quiet: true,
      },
    ],
    ['comment b.md', { kind: 'comment', file: 'b.md' }],
    ['regenerate', { kind: 'regenerate', documents: all, pullRequest: false, quiet: false }],
    [
      'regenerate --pull-request --config a/plumbline.config.ts',
      {
        kind: 'regenerate',
        documents: { ...all, files: ['a/plumbline.config.ts'] },
        pullRequest: true,
        quiet: false,
      },
    ],
  ])('%s', (line, want) => {
    expect(parseCommandLine(line.split(' '))).toEqual(want);
  });

  it.each(['review x', 'comment', 'comment a b', 'regenerate x', 'review --base=', 'check --base main'])(
    'is refused: %s',
    (line) => {
      expect(parseCommandLine(line.split(' '))).toMatchObject({ kind: 'wrong-use' });
    },
  );
});
