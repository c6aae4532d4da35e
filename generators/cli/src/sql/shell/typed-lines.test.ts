import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { typedLines } from './typed-lines.ts';

/** A terminal: what is typed into it, and what it shows. */
function terminal() {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode() {} });
  const shown: string[] = [];
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  stderr.on('data', (text: Buffer) => shown.push(String(text)));
  const host = { cwd: '/', env: {}, stdout: { write() {} }, stderr };
  const lines = typedLines(stdin as unknown as NodeJS.ReadStream, host, {
    history: [],
    completer: async (line) => [[], line],
  });
  return {
    lines,
    async type(text: string) {
      stdin.write(text);
      await new Promise(setImmediate);
    },
    say: (text: string) => stderr.write(text),
    shown: () => stripVTControlCharacters(shown.join('')),
  };
}

it('shows what is pasted line by line, each at its own prompt', async () => {
  const { lines, type, say, shown } = terminal();
  const first = lines.next('> ');
  await type('one\rtwo\rthr');
  expect(await first).toBe('one');
  say('1 row\n');
  expect(shown()).toMatch(/> one\s+1 row\n$/);
  expect(await lines.next('> ')).toBe('two');
  const third = lines.next('> ');
  await type('ee\r');
  expect(await third).toBe('three');
  expect(shown()).toMatch(/1 row\n> two\n> three\s+$/);
});

it('takes nothing for an answer that was typed before the question', async () => {
  const { lines, type } = terminal();
  const first = lines.next('> ');
  await type('one\ry\ry');
  await first;
  const answer = lines.ask('Sure? ');
  await type('n\r');
  expect(await answer).toBe('n');
  expect(await lines.next('> ')).toBe('y');
});

it('forgets what was typed ahead', async () => {
  const { lines, type } = terminal();
  const first = lines.next('> ');
  await type('one\rtwo\rthr');
  await first;
  lines.drop();
  const next = lines.next('> ');
  await type('four\r');
  expect(await next).toBe('four');
});

it('ends where there will be no more', async () => {
  const { lines, type } = terminal();
  const first = lines.next('> ');
  await type('\u0004');
  expect(await first).toBeNull();
  expect([await lines.next('> '), await lines.ask('Sure? ')]).toEqual([null, null]);
});
