import { describe, expect, it } from 'vitest';
import { createWordSplitter } from './split-words.ts';

const split = createWordSplitter(
  new Set([
    'authorization',
    'server',
    'app',
    'apple',
    'target',
    'users',
    'all',
    'appleton',
    'one',
    'tononelist',
    'list',
  ]),
);

const cases: [string, string[]][] = [
  ['authorizationserver', ['authorization', 'server']],
  ['authorizationservers', ['authorization', 'server']],
  ['apptargetsall', ['app', 'target', 'all']],
  ['server', ['server']],
  ['serverless', ['serverless']],
  ['appletononelist', ['apple', 'tononelist']],
  ['server'.repeat(11), ['server'.repeat(11)]],
  ['', ['']],
];

describe('words that are written together', () => {
  it.each(cases)('%s', (given, want) => expect(split(given)).toEqual(want));
});
