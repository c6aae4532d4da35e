import { dictionary } from '@plumbline/model';
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
import { printType } from './print-type.ts';
import type { Side } from './side.ts';
import { textOf } from './type-text.ts';

const schemas = schemasOf({
  User: object([
    property('id', { ...string, readOnly: true }, true),
    property('password', { ...string, writeOnly: true }),
  ]),
  Dog: object([property('type', string)]),
  Cat: object([property('type', { ...string, enum: ['cat'] }, true)]),
  Named: object([property('name', string)]),
});
const plan = planOf(schemas, { sent: Object.keys(schemas), answered: Object.keys(schemas) });

/** A type on one line. */
function print(plain: PlainSchema, side: Side = 'response'): string {
  const context = { plan, side, declares: null, indent: '', onUse: () => undefined };
  return textOf(printType(schema(plain), context)).replace(/\s+/g, ' ');
}

const rows: [string, { given: PlainSchema; want: string }][] = [
  ['a string', { given: string, want: 'string' }],
  ['a date', { given: { ...string, format: 'date-time' }, want: 'string' }],
  ['an integer', { given: { kind: 'integer' }, want: 'number' }],
  ['null', { given: { kind: 'null' }, want: 'null' }],
  ['anything', { given: { kind: 'any' }, want: 'unknown' }],
  ['nothing', { given: { kind: 'never' }, want: 'never' }],
  ['what something is not', { given: { kind: 'not', schema: string }, want: 'unknown' }],
  ['a nullable', { given: { ...string, nullable: true }, want: 'string | null' }],
  ['a constant', { given: { ...string, const: 'a' }, want: "'a'" }],
  ['an enum', { given: { ...string, enum: ['a', "it's", 'a'] }, want: "'a' | 'it\\'s'" }],
  [
    'an enum of several types',
    {
      given: { kind: 'any', enum: [1, -2.5, true, null, ['x'], { k: 1 }] },
      want: "1 | -2.5 | true | null | ['x'] | { k: 1 }",
    },
  ],
  [
    'a nullable enum that lists null',
    { given: { ...string, enum: ['a', null], nullable: true }, want: "'a' | null" },
  ],
  ['an empty enum', { given: { ...string, enum: [] }, want: 'never' }],
  ['a number that JSON does not know', { given: { kind: 'number', enum: [Number.NaN] }, want: 'number' }],
  ['a list', { given: { kind: 'array', items: string }, want: 'string[]' }],
  [
    'a list of a union',
    { given: { kind: 'array', items: { ...string, nullable: true } }, want: '(string | null)[]' },
  ],
  ['a list of anything', { given: { kind: 'array', items: null }, want: 'unknown[]' }],
  [
    'a tuple',
    { given: { kind: 'array', items: null, prefixItems: [string, ref('Cat')] }, want: '[string, Cat]' },
  ],
  [
    'a tuple with a rest',
    {
      given: { kind: 'array', items: { kind: 'integer' }, prefixItems: [string] },
      want: '[string, ...number[]]',
    },
  ],
  [
    'a list of types',
    { given: { kind: 'union', types: [string, { kind: 'integer' }, string] }, want: 'string | number' },
  ],
  ['a reference', { given: ref('Cat'), want: 'Cat' }],
  ['a nullable reference', { given: ref('Cat', { nullable: true }), want: 'Cat | null' }],
  ['a reference to nothing', { given: ref('Nope'), want: 'unknown' }],
  [
    'an object',
    {
      given: object([property('a', string, true), property('b-c', string)]),
      want: "{ a: string; 'b-c'?: string; }",
    },
  ],
  [
    'hostile names',
    {
      given: object([property('__proto__', string, true), property('a;b', string), property('', string)]),
      want: "{ ['__proto__']: string; 'a;b'?: string; ''?: string; }",
    },
  ],
  ['an object without fields', { given: object([]), want: '{ [key: string]: unknown }' }],
  [
    'an object that may have no fields',
    { given: object([], { additionalProperties: false }), want: '{ [key: string]: never }' },
  ],
  [
    'a map',
    { given: object([], { additionalProperties: { kind: 'integer' } }), want: '{ [key: string]: number }' },
  ],
  [
    'a map by pattern',
    {
      given: object([], {
        patternProperties: [{ pattern: '^x', schema: string }],
        additionalProperties: false,
      }),
      want: '{ [key: string]: string }',
    },
  ],
  [
    'fields and more',
    {
      given: object([property('a', string)], { additionalProperties: { kind: 'integer' } }),
      want: '{ a?: string; [key: string]: unknown; }',
    },
  ],
  [
    'fields and no more',
    { given: object([property('a', string)], { additionalProperties: false }), want: '{ a?: string; }' },
  ],
  [
    'parts',
    {
      given: { kind: 'allOf', parts: [ref('Cat'), object([property('a', string)])] },
      want: 'Cat & { a?: string; }',
    },
  ],
  [
    'a reference with facts beside it',
    { given: { kind: 'allOf', parts: [ref('Cat'), { kind: 'any', description: 'x' }] }, want: 'Cat' },
  ],
  [
    'a reference with nullable beside it',
    { given: { kind: 'allOf', parts: [ref('Cat'), { kind: 'any', nullable: true }] }, want: 'Cat | null' },
  ],
  [
    'an object part that adds nothing',
    { given: { kind: 'allOf', parts: [ref('Cat'), object([])] }, want: 'Cat' },
  ],
  [
    'a field that another part requires',
    {
      given: { kind: 'allOf', parts: [ref('Named'), object([], { requiredElsewhere: ['name', 'none'] })] },
      want: 'Named & { name: string }',
    },
  ],
  [
    'alternatives',
    {
      given: { kind: 'oneOf', parts: [ref('Cat'), { kind: 'null' }, { kind: 'array', items: string }] },
      want: 'Cat | null | string[]',
    },
  ],
  [
    'alternatives inside parts',
    {
      given: { kind: 'allOf', parts: [ref('Named'), { kind: 'anyOf', parts: [ref('Cat'), ref('Dog')] }] },
      want: 'Named & (Cat | Dog)',
    },
  ],
  [
    'alternatives told by a discriminator, unless they say so themselves',
    {
      given: {
        kind: 'oneOf',
        parts: [ref('Cat'), ref('Dog')],
        discriminator: {
          propertyName: 'type',
          mapping: dictionary([
            ['cat', 'Cat'],
            ['dog', 'Dog'],
            ['hound', 'Dog'],
          ]),
        },
      },
      want: "Cat | (Dog & { type: 'dog' | 'hound' })",
    },
  ],
];

describe('the type of', () => {
  it.each(rows)('%s', (_name, { given, want }) => {
    expect(print(given)).toBe(want);
  });

  it('what a request holds: no field that is only read', () => {
    expect(print(ref('User'), 'request')).toBe('UserInput');
    expect(
      print(object([property('a', { ...string, readOnly: true }), property('b', string)]), 'request'),
    ).toBe('{ b?: string; }');
    expect(
      print(
        object([property('a', { kind: 'allOf', parts: [ref('Cat'), { kind: 'any', readOnly: true }] })]),
        'request',
      ),
    ).toBe('{ [key: string]: unknown }');
  });

  it('what an answer holds: no field that is only written', () => {
    expect(print(ref('User'), 'response')).toBe('User');
    expect(print(object([property('a', { ...string, writeOnly: true }), property('b', string)]))).toBe(
      '{ b?: string; }',
    );
  });

  it('a schema 200 levels deep', () => {
    let deep: PlainSchema = string;
    for (let i = 0; i < 200; i += 1)
      deep = i % 2 === 0 ? object([property('a', deep)]) : { kind: 'array', items: deep };
    expect(print(deep)).toContain('a?: string;');
  });

  it('a long union, one a line', () => {
    const values = [
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
      'thirteen',
    ];
    const context = { plan, side: 'response', declares: null, indent: '  ', onUse: () => undefined } as const;
    const type = textOf(printType(schema({ ...string, enum: values }), context), '  ');
    expect(type).toBe(values.map((value) => `\n    | '${value}'`).join(''));
  });
});

it('a union that may be anything speaks of no type, so that nobody imports it', () => {
  const used: string[] = [];
  const onUse = (_variant: unknown, name: string) => used.push(name);
  const context = { plan, side: 'response', declares: null, indent: '', onUse } as const;
  for (const other of [{ kind: 'any' }, string] as const)
    printType(schema({ kind: 'anyOf', parts: [ref('Dog'), other] }), context);
  expect(used).toEqual(['Dog']);
});
