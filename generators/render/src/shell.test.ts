import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from './shell.ts';

const words = [
  'plain',
  "it's",
  '$(id)',
  '`id`',
  '${HOME}',
  'a b',
  'a\nb',
  '*',
  '~',
  '!',
  '',
  '-n',
  '\\',
  '"',
  ';&|<>#',
  'ü',
];

describe('shellWord', () => {
  it('passes each word through a shell as it is', () => {
    const script = `for word in ${words.map(shellWord).join(' ')}; do printf '%s\\0' "$word"; done`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(words);
  });

  it('drops NUL, which no word can hold', () => {
    expect(shellWord('a\0b')).toBe('ab');
  });
});
