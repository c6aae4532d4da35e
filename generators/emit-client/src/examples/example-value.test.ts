import { describe, expect, it } from 'vitest';
import {
  object,
  type PlainSchema,
  planOf,
  property,
  ref,
  schema,
  schemasOf,
  string,
} from '../testing/plan.ts';
import { exampleValue } from './example-value.ts';

const integer = { kind: 'integer' } as const;
const cat = { propertyName: 'kind', mapping: { cat: 'Cat', dog: 'Dog' } };
const components = {
  Link: object([property('href', { ...string, format: 'uri' }, true)]),
  Tree: object([property('left', ref('Tree'), true)]),
  Chain: object([property('next', ref('Chain'))]),
  Pet: object([property('kind', string, true), property('name', string, true)], { discriminator: cat }),
  Cat: { kind: 'allOf', parts: [ref('Pet'), object([property('lives', integer, true)])] },
  Dog: { kind: 'allOf', parts: [ref('Pet'), object([property('barks', { kind: 'boolean' }, true)])] },
  ...Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [
      `Wide${i}`,
      object(['a', 'b', 'c', 'd'].map((name) => property(name, ref(`Wide${i + 1}`), true))),
    ]),
  ),
  Wide11: string,
} satisfies { readonly [name: string]: PlainSchema };

const schemas = schemasOf(components);
const plan = planOf(schemas, { sent: Object.keys(components) });

function exampleOf(given: PlainSchema, optional = 0) {
  const budget = { left: 300 };
  return exampleValue(schema(given), {
    plan,
    side: 'request',
    name: 'userId',
    declares: null,
    inside: [],
    optional,
    budget,
  });
}

const rows: [string, { given: PlainSchema; want: unknown }][] = [
  ['a text by the name of what it is for', { given: string, want: 'USER_ID' }],
  ['a text of a format', { given: { ...string, format: 'date' }, want: '2026-01-31' }],
  ['a text of some length', { given: { ...string, minLength: 9, maxLength: 9 }, want: 'USER_ID00' }],
  ['a text of little', { given: { ...string, maxLength: 4 }, want: 'USER' }],
  ['a text of a pattern', { given: { ...string, pattern: '^(0|[1-9]\\d*)\\.\\d+\\.\\d+$' }, want: '1.0.0' }],
  ['a name that a pattern allows', { given: { ...string, pattern: '^[A-Z_]+$' }, want: 'USER_ID' }],
  [
    'no example that the pattern refuses',
    { given: { ...string, pattern: '^.$', examples: ['ab'] }, want: 'a' },
  ],
  ['a text where the pattern is none', { given: { ...string, pattern: '(' }, want: 'USER_ID' }],
  ['what the document shows', { given: { ...string, examples: ['', 'a', 'b'] }, want: 'a' }],
  ['what it shows of another type', { given: { ...integer, examples: ['ten'], default: 10 }, want: 10 }],
  ['a number within bounds', { given: { kind: 'number', minimum: 5, maximum: 9 }, want: 5 }],
  ['a number between bounds', { given: { ...integer, exclusiveMinimum: 5, maximum: 9 }, want: 6 }],
  ['a number below a bound', { given: { ...integer, maximum: -3 }, want: -3 }],
  ['a multiple', { given: { ...integer, minimum: 7, multipleOf: 5 }, want: 10 }],
  ['one value of several', { given: { ...string, enum: ['a', 'b'] }, want: 'a' }],
  ['the value of several that is shown', { given: { ...string, enum: ['a', 'b'], default: 'b' }, want: 'b' }],
  ['the only value', { given: { ...string, const: 'x' }, want: 'x' }],
  ['a list', { given: { kind: 'array', items: ref('Link') }, want: [{ href: 'https://example.com' }] }],
  [
    'a list of fixed places',
    { given: { kind: 'array', items: null, prefixItems: [string, integer] }, want: ['USER_ID', 1] },
  ],
  [
    'an object: what it needs, under the names of its members',
    {
      given: object([property('firstName', string, true), property('b', string)]),
      want: { firstName: 'FIRST_NAME' },
    },
  ],
  [
    'an object without what is not sent',
    { given: object([property('id', { ...string, readOnly: true }, true)]), want: {} },
  ],
  [
    'parts, with what one needs of another',
    {
      given: {
        kind: 'allOf',
        parts: [object([property('a', string)]), object([], { requiredElsewhere: ['a'] }), ref('Link')],
      },
      want: { href: 'https://example.com', a: 'A' },
    },
  ],
  ['an alternative', { given: { kind: 'oneOf', parts: [{ kind: 'null' }, integer, string] }, want: 1 }],
  [
    'a base: one of what is built on it, told by its value',
    { given: ref('Pet'), want: { kind: 'cat', name: 'NAME', lives: 1 } },
  ],
  ['what is built on a base', { given: ref('Dog'), want: { kind: 'dog', name: 'NAME', barks: true } }],
  ['what may hold itself', { given: ref('Chain'), want: {} }],
  ['what must hold itself: there is none', { given: ref('Tree'), want: undefined }],
  ['a list of what must hold itself', { given: { kind: 'array', items: ref('Tree') }, want: [] }],
  ['what would be too much: none is made', { given: ref('Wide0'), want: undefined }],
  ['no value', { given: { kind: 'never' }, want: undefined }],
];

describe('an example', () => {
  it.each(rows)('of %s', (_name, { given, want }) => {
    expect(exampleOf(given)).toEqual(want);
  });

  it('shows some of what need not be there, where little must', () => {
    const all = ['a', 'b', 'c', 'd'].map((name) => property(name, string, name === 'c'));
    expect(exampleOf(object(all), 2)).toEqual({ c: 'C', a: 'A' });
  });

  it('shows first what tells most, also of an object that must be there, and nothing that is empty', () => {
    const profile = object(['age', 'login', 'city', 'first_name'].map((name) => property(name, string)));
    const body = object([
      property('profile', profile, true),
      property('type', string),
      property('tags', { kind: 'array', items: ref('Tree') }),
    ]);
    expect(exampleOf(body, 4)).toEqual({
      profile: { login: 'LOGIN', first_name: 'FIRST_NAME' },
      type: 'TYPE',
    });
    expect(exampleOf(object([property('settings', object([property('mode', string)]))]), 4)).toEqual({
      settings: { mode: 'MODE' },
    });
  });

  it('shows no more members than there may be', () => {
    const all = ['name', 'title'].map((name) => property(name, string));
    expect(exampleOf({ ...object(all), maxProperties: 1 }, 4)).toEqual({ name: 'NAME' });
  });
});
