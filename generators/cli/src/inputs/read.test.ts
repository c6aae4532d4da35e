import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readInputs } from './read.ts';

function read(bytes: Uint8Array) {
  const cwd = temporaryFolder({ 'a.md': bytes });
  return readInputs([join(cwd, 'a.md')], { cwd, option: '`--pages`' });
}

describe('documents', () => {
  it('are read as UTF-8, by their path from the working directory', () => {
    expect(read(Buffer.from('naïve 😀\n')).files).toEqual([{ path: 'a.md', text: 'naïve 😀\n' }]);
  });

  it('lose their byte order mark, and keep their line ends', () => {
    expect(read(Buffer.from('\ufeffa\r\nb')).files).toEqual([{ path: 'a.md', text: 'a\r\nb' }]);
  });

  const invalid: [
    string,
    { given: number[]; want: { line: number; column: number }; guess: string | null },
  ][] = [
    ['Latin-1', { given: [0x61, 0x0a, 0x63, 0xe9, 0x0a], want: { line: 2, column: 2 }, guess: null }],
    [
      'after a pair of surrogates',
      { given: [0xf0, 0x9f, 0x98, 0x80, 0xff], want: { line: 1, column: 3 }, guess: null },
    ],
    [
      'a character cut off at the end',
      { given: [0x61, 0xf0, 0x9f], want: { line: 1, column: 2 }, guess: null },
    ],
    [
      'a character cut off by a line break',
      { given: [0xc3, 0x0a, 0x61], want: { line: 1, column: 1 }, guess: null },
    ],
    ['UTF-16', { given: [0xff, 0xfe, 0x61, 0x00], want: { line: 1, column: 1 }, guess: 'UTF-16LE' }],
  ];
  it.each(invalid)(
    'that are not UTF-8 are refused at the first wrong byte: %s',
    (_, { given, want, guess }) => {
      const { files, problems } = read(Uint8Array.from(given));
      expect(files).toEqual([]);
      expect(problems.map(({ code, place }) => ({ code, place }))).toEqual([
        { code: 'input-not-utf8', place: { file: 'a.md', ...want } },
      ]);
      expect(problems[0]?.message.includes('looks like')).toBe(guess !== null);
    },
  );

  it('that are gone are refused with the reason', () => {
    const cwd = temporaryFolder();
    const { problems } = readInputs([join(cwd, 'gone.md')], { cwd, option: '`--pages`' });
    expect(problems[0]?.message).toBe('`gone.md` cannot be read: it does not exist.');
  });
});
