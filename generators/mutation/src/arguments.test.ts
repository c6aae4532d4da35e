import { expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

it('has a default for everything', () => {
  expect(readArguments([])).toMatchObject({ seed: '1', count: 200, reporter: 'markdown', threshold: 0.95 });
});

it('takes the sides that are named', () => {
  expect(readArguments(['--only', 'page,server'])).toMatchObject({ sides: ['page', 'server'] });
});

it.each([
  ['a side that there is not', ['--only', 'docs'], /`docs`/],
  ['no number', ['--count', 'many'], /--count/],
  ['no fault', ['--count', '0'], /--count/],
  ['a share above 1', ['--threshold', '95'], /--threshold/],
  ['an unknown reporter', ['--reporter', 'pretty'], /--reporter/],
  ['an unknown option', ['--sed', '1'], /--sed/],
])('refuses %s', (_name, args, wrong) => {
  expect(readArguments(args)).toEqual({ wrong: expect.stringMatching(wrong) });
});
