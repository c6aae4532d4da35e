import { describe, expect, it } from 'vitest';
import { method } from '../sample-model.ts';
import { purposeOf, purposeOfService, summaryOf } from './purpose.ts';

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

describe('what a page begins with', () => {
  const [get, remove] = [method('get'), method('remove', { sqlVerb: 'delete' })];
  it.each([
    ['the summary', { given: { summary: ' Books to lend. ', methods: [list] }, want: 'Books to lend.' }],
    [
      'what its first method does and what can be done, where the summary is the same for all',
      {
        given: { summary: filler, methods: [list, get, remove] },
        want: 'Lists all books. Can be queried and deleted.',
      },
    ],
    [
      'what can be done, where no method tells more',
      { given: { summary: filler, methods: [get] }, want: 'Can be queried.' },
    ],
    [
      'with how many methods do more',
      {
        given: { summary: filler, methods: [lend, get] },
        want: 'Lends a book. Can be queried, and has 1 lifecycle method.',
      },
    ],
    [
      'with how many there are, where none has a verb of its own',
      { given: { summary: filler, methods: [lend, lend] }, want: 'Lends a book. Has 2 lifecycle methods.' },
    ],
    ['the summary, where nothing can be done', { given: { summary: filler, methods: [] }, want: filler }],
  ])('is %s', (_name, { given, want }) => {
    expect(summaryOf(given, (text) => text)).toBe(want);
  });
});

describe('what a service is for', () => {
  it.each([
    ['Books to lend.', 'Books to lend.'],
    ['books service documentation.', ''],
  ])('of %j is %j', (description, want) => {
    expect(purposeOfService({ description })).toBe(want);
  });
});
