import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { label, matrix } from '../serialize/path.ts';
import { formJoined } from '../serialize/query.ts';
import { pathKeys, writeCookies, writeHeaders, writePath, writeQuery } from './url.ts';

describe('writePath', () => {
  it('fills in the variables, each as its placement says', () => {
    const placements = [{ name: 'color', key: 'paint', write: matrix }];
    expect(writePath('/a/{id}/b/{color}', placements, { id: 'x/y', paint: ['blue', 'red'] })).toBe(
      '/a/x%2Fy/b/;color=blue,red',
    );
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty string', ''],
    ['an empty array', []],
    ['a dot', '.'],
    ['two dots', '..'],
    ['an encoded dot', '%2e'],
    ['encoded dots', '.%2E'],
  ])('refuses %s', (_name, id) => {
    expect(() => writePath('/users/{id}', [], { id })).toThrow(
      'The path parameter `id` of /users/{id} cannot be',
    );
  });

  it('refuses a value that its style makes dots of', () => {
    expect(() => writePath('/{id}', [{ name: 'id', write: label }], { id: '' })).toThrow(TypeError);
    expect(() => writePath('/{id}', [{ name: 'id', write: label }], { id: '.' })).toThrow(TypeError);
  });

  it.each(['../orgs/a?x=1#y', 'a/../b', '\\..\\', '...', '%2e%2e/', '?', '#', ' ', '\n', '$&', "$'"])(
    'keeps %j in its segment',
    (id) => {
      const { pathname, search, hash } = new URL(
        `https://example.org${writePath('/users/{id}/x', [], { id })}`,
      );
      expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'users', id, 'x']);
      expect(search + hash).toBe('');
    },
  );

  it('lets any value arrive as it went in, and at no other path', () => {
    const value = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !/^(?:\.|%2e){1,2}$/i.test(text));
    fc.assert(
      fc.property(value, value, (a, b) => {
        const { pathname } = new URL(`https://example.org${writePath('/a/{a}/b/{b}', [], { a, b })}`);
        expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', a, 'b', b]);
      }),
    );
  });
});

describe('pathKeys', () => {
  it('names the members of the parameter object', () => {
    expect(pathKeys('/{id}/{__proto__}/x', [{ name: 'id', key: 'id2' }])).toEqual(['id2', '__proto__']);
  });
});

describe('writeQuery', () => {
  it('leaves absent values out and keeps the order of the method', () => {
    const placements = ['after', 'limit', { name: 'ids', key: 'ids2', write: formJoined }, 'q', 'none'];
    expect(writeQuery(placements, { limit: 20, ids2: [1, 2], after: 'a b', q: false, none: null })).toBe(
      'after=a%20b&limit=20&ids=1,2&q=false',
    );
  });

  it('is empty where nothing is given', () => {
    expect(writeQuery(['a', 'b'], { b: [] })).toBe('');
    expect(writeQuery(undefined, {})).toBe('');
    expect(writeQuery(['constructor', '__proto__'], {})).toBe('');
  });
});

describe('writeHeaders', () => {
  it('sends values as they are', () => {
    expect(
      writeHeaders(['If-Match', 'X-Ids', 'X-None'], { 'If-Match': '"a b"', 'X-Ids': ['a', 'b'] }),
    ).toEqual({
      'If-Match': '"a b"',
      'X-Ids': 'a,b',
    });
  });
});

describe('writeCookies', () => {
  it('joins pairs, their values encoded', () => {
    expect(writeCookies(['a', 'b'], { a: 'x;y', b: ['1', '2'] })).toBe('a=x%3By; b=1; b=2');
  });
});
