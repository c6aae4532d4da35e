import { describe, expect, it } from 'vitest';
import { snakeNames } from './snake-names.ts';
import { fixture, reconcileLibrary } from './testing/library.ts';

const cases: [string, { declared: readonly string[]; given: string; want: string }][] = [
  ['its own name', { declared: ['user_id', 'userId'], given: 'user_id', want: 'user_id' }],
  ['that of another case', { declared: ['userId'], given: 'user_id', want: 'userId' }],
  ['that with a number', { declared: ['base64Text'], given: 'base_64_text', want: 'base64Text' }],
  ['that with dashes', { declared: ['If-Match'], given: 'if_match', want: 'If-Match' }],
  ['no other than its own', { declared: ['user'], given: 'user_id', want: 'user_id' }],
  ['none of two', { declared: ['userId', 'UserID'], given: 'user_id', want: 'user_id' }],
  ['none, if it is not in snake case', { declared: ['userId'], given: 'UserId', want: 'UserId' }],
];

describe('a name in snake case is', () => {
  it.each(cases)('%s', (_name, { declared, given, want }) => {
    expect(snakeNames(declared)(given)).toBe(want);
  });
});

describe('a page in snake case', () => {
  const SNAKE = fixture('books.md').replaceAll('bookId', 'book_id');

  it('agrees with a spec in camel case', () => {
    expect(reconcileLibrary({ pages: { 'books.md': SNAKE } }).findings).toEqual([]);
  });

  it('is none with a capital in a name and no hint', () => {
    const page = SNAKE.replaceAll('"genre"', '"Genre"');
    const codes = reconcileLibrary({ pages: { 'books.md': page } }).findings.map(([code]) => code);
    expect(codes).toContain('param-missing-from-spec');
  });
});
