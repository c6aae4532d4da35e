import { describe, expect, it } from 'vitest';
import { createPlaces } from './places.ts';

const cases: [string, number][] = [
  ['/books', 1],
  ['/books/{id}', 1],
  ['/books/{bookId}/pages', 1 / 3],
  ['/books/{bookId}:lend', 1 / 2],
  ['/readers', 0],
];

describe('how near a path is to those of a resource', () => {
  const places = createPlaces();
  it('is not known where there are none', () => expect(places.nearness('/books')).toBeNull());
  it.each(cases)('%s', (path, want) => {
    const books = createPlaces();
    books.add('/books/{bookId}');
    expect(books.nearness(path)).toBe(want);
  });
});
