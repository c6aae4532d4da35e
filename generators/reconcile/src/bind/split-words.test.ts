import { describe, expect, it } from 'vitest';
import { createWordSplitter } from './split-words.ts';

const split = createWordSplitter(
  new Set(['authorization', 'server', 'app', 'apple', 'target', 'users', 'all']),
);

const cases: [string, string[]][] = [
  ['authorizationserver', ['authorization', 'server']],
  ['authorizationservers', ['authorization', 'server']],
  ['apptargetsall', ['app', 'target', 'all']],
  ['server', ['server']],
  ['serverless', ['serverless']],
  ['a'.repeat(100), ['a'.repeat(100)]],
  ['', ['']],
];

describe('words that are written together', () => {
  it.each(cases)('%s', (given, want) => expect(split(given)).toEqual(want));
});
