import { expect, it } from 'vitest';
import { markdownTable } from './markdown-table.ts';

it('aligns text left and figures right, a missing cell left blank', () => {
  expect(markdownTable(['run', 's'], [['whole', '2.20'], ['client']])).toBe(
    ['| run    |    s |', '| ------ | ---: |', '| whole  | 2.20 |', '| client |      |'].join('\n'),
  );
});
