import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './parse.ts';

describe('sql', () => {
  it('is read', () => {
    const line = ['-c', '-- a\nSELECT 1', '--file', '-', '--set', 'a=b=c', '--write', '--max-requests', '0'];
    expect(parseCommandLine(['sql', ...line])).toEqual({
      kind: 'sql',
      scripts: [{ text: '-- a\nSELECT 1' }, { file: '-' }],
      client: { by: 'config', documents: { by: 'config', files: [], providers: [] } },
      values: new Map([['a', 'b=c']]),
      mode: 'table',
      baseUrl: null,
      maxRequests: 1,
      maxSteps: 20_000_000,
      concurrency: 8,
      timeout: 300,
      onFailure: 'stop',
      write: true,
      yes: false,
      quiet: false,
    });
    expect(parseCommandLine(['sql', '--package', 'p'])).toMatchObject({
      client: { by: 'package', name: 'p' },
    });
  });

  it.each([
    ['sql SELECT', '`sql` takes no operand, and `SELECT` is one.'],
    ['sql --on-failure go', '`go` is not a value of `--on-failure`.'],
    ['sql --package p --provider okta', '`--package` cannot go with a config.'],
    ['sql --base-url localhost:4010', '`localhost:4010` is not a value of `--base-url`.'],
    ['sql --set =x', '`=x` is not a value of `--set`.'],
    ['sql --mode xml', '`xml` is not a value of `--mode`.'],
    ['sql -c --write', '`--command` needs a value.'],
  ])('is refused: %s', (line, message) => {
    expect(parseCommandLine(line.split(' '))).toMatchObject({ kind: 'wrong-use', message });
  });
});
