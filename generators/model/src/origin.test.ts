import { describe, expect, it } from 'vitest';
import { childPointer, pointerTokens } from './origin.ts';

describe('JSON Pointers (RFC 6901)', () => {
  it.each<[string, readonly (string | number)[]]>([
    ['', []],
    ['/', ['']],
    ['/paths/~1users~1{id}/get', ['paths', '/users/{id}', 'get']],
    ['/a~1b/c%d/m~0n', ['a/b', 'c%d', 'm~n']],
    ['/~01', ['~1']],
    ['/items/0', ['items', 0]],
    ['/__proto__/ /é', ['__proto__', ' ', 'é']],
  ])('%j', (pointer, tokens) => {
    expect(tokens.reduce<string>(childPointer, '')).toBe(pointer);
    expect(pointerTokens(pointer)).toEqual(tokens.map(String));
  });
});
