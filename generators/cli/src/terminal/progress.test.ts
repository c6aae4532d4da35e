import { describe, expect, it } from 'vitest';
import { progressOn } from './progress.ts';

function said(
  stream: { isTTY?: boolean; columns?: number },
  env: { [name: string]: string } = {},
  quiet = false,
): string {
  const written: string[] = [];
  const sink = { write: (text: string) => written.push(text), ...stream };
  const progress = progressOn({ cwd: '/', env, stdout: sink, stderr: sink }, quiet);
  progress.say('okta: reading and reconciling');
  progress.clear();
  return written.join('');
}

describe('progress', () => {
  it('is one line of a terminal, which is cleared', () => {
    expect(said({ isTTY: true, columns: 10 })).toBe('\r\u001b[Kokta: rea\r\u001b[K');
  });

  it.each([
    ['in a pipe', said({})],
    ['in CI', said({ isTTY: true }, { CI: 'true' })],
    ['on a dumb terminal', said({ isTTY: true }, { TERM: 'dumb' })],
    ['with --quiet', said({ isTTY: true }, {}, true)],
  ])('is silent %s', (_, text) => {
    expect(text).toBe('');
  });
});
