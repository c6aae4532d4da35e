import { expect, it } from 'vitest';
import { dataPath } from './data-file.ts';

it.each([
  ['index.md', 'facts.json'],
  ['users/users/index.md', 'users/users/facts.json'],
  ['consistency.md', 'consistency.json'],
  ['consistency/-index.md', 'consistency/-index.json'],
])('the data of %s stand in %s', (page, want) => {
  expect(dataPath(page)).toBe(want);
});
