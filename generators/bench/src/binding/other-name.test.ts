import { randomFrom } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import { otherName } from './other-name.ts';

describe('another name', () => {
  it('is the same for the same seed', () => {
    const names = (seed: number): readonly string[] => {
      const random = randomFrom(seed);
      return ['get_user', 'list_users', 'lend_book', 'delete', ''].map((name) => otherName(name, random));
    };
    expect(names(1)).toEqual(names(1));
    expect(names(1)).not.toEqual(names(2));
  });

  it('is in other letters, in another number or by another verb', () => {
    const random = randomFrom(7);
    const names = new Set(Array.from({ length: 200 }, () => otherName('get_user', random)));
    for (const name of ['getUser', 'getuser', 'GET-USER', 'get_users', 'fetch_user'])
      expect(names).toContain(name);
  });
});
