import type { JsonValue } from '@plumbline/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentifierName, tsIdentifier, tsKey, tsMember, tsString, tsValue } from './ts.ts';

/** Evaluates an emitted expression in strict mode. */
const evaluate = (expression: string): unknown => new Function(`'use strict'; return (${expression});`)();

const hostile = [
  `it's "quoted"`,
  'back\\slash',
  '${process.env}',
  '`',
  '*/',
  '</script><script>',
  '<!--',
  '\n\r\u2028\u2029',
  '\u202e\u2066',
  '\0',
  '\ud800',
  '\ufeff',
];

describe('tsString', () => {
  it('leaves nothing that ends a script element, and nothing invisible', () => {
    for (const value of hostile)
      expect(tsString(value)).not.toMatch(/<\/script|<!--|[\u2028\u202e\u0000\ufeff]/i);
  });

  it('gives back any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => evaluate(tsString(value)) === value),
      { seed: 1 },
    );
  });
});

describe('tsValue', () => {
  it('gives back any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(evaluate(tsValue(value as JsonValue)))).toBe(JSON.stringify(value));
      }),
      { seed: 1 },
    );
  });

  it('sets a member named __proto__, not the prototype', () => {
    const value = JSON.parse('{ "__proto__": { "polluted": true } }');
    const copy = evaluate(tsValue(value));
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
  });
});

const names: [string, { key: string; member: string }][] = [
  ['userId', { key: 'userId', member: '.userId' }],
  ['If-Match', { key: "'If-Match'", member: "['If-Match']" }],
  ['x5t#S256', { key: "'x5t#S256'", member: "['x5t#S256']" }],
  ['delete', { key: 'delete', member: '.delete' }],
  ['__proto__', { key: "['__proto__']", member: "['__proto__']" }],
  ['', { key: "''", member: "['']" }],
  ['größe', { key: 'größe', member: '.größe' }],
];

describe('a name', () => {
  it.each(names)('%s as a key and as a member', (name, want) => {
    expect({ key: tsKey(name), member: tsMember(name) }).toEqual(want);
  });

  it.each([
    ['list', 'list'],
    ['delete', 'delete_'],
    ['arguments', 'arguments_'],
    ['string', 'string_'],
  ])('%s is declared as %s', (name, want) => {
    expect(tsIdentifier(name)).toBe(want);
  });

  it('that is no identifier cannot be declared', () => {
    expect(() => tsIdentifier('a b')).toThrow(TypeError);
    expect(isIdentifierName('a;alert(1)')).toBe(false);
  });
});
