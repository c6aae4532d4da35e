import { describe, expect, it } from 'vitest';
import { method } from '../sample-model.ts';
import { purposeOf } from './purpose.ts';

const filler = 'Creates, updates, deletes, gets or lists a `books` resource.';
const lend = method('lend', { sqlVerb: 'exec', description: 'Lends a book' });
const list = method('list', { description: 'Lists all books' });

describe('what a resource is for', () => {
  it.each([
    ['is its summary', { given: { summary: 'Books to lend.', methods: [list] }, want: 'Books to lend.' }],
    [
      'is what its first query does, where the summary is the same for all',
      { given: { summary: filler, methods: [lend, list] }, want: 'Lists all books' },
    ],
    [
      'is what its first method does, where nothing queries it',
      { given: { summary: filler, methods: [lend] }, want: 'Lends a book' },
    ],
    [
      'is the summary, where no method tells more',
      { given: { summary: filler, methods: [method('list')] }, want: filler },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(purposeOf(given)).toBe(want);
  });
});
