import { describe, expect, it } from 'vitest';
import { openContract } from '../contract.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { sampleProvider } from '../testing/sample-provider.ts';
import { type Sample, sampleOf } from './sample.ts';

function sample(
  schema: JsonValue,
  {
    schemas = {},
    seed = 1,
    examples = true,
  }: { schemas?: JsonObject; seed?: number; examples?: boolean } = {},
): Sample {
  const contract = openContract(sampleProvider({}, { document: { components: { schemas } } }));
  const { document } = contract;
  return sampleOf(schema, { document, check: contract.check('response', schema), seed, examples });
}

const Node = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, next: { $ref: '#/components/schemas/Node' } },
};

/** Each is made valid, which the check itself says. */
const cases: [string, JsonObject, JsonObject?][] = [
  ['bounds', { type: 'integer', exclusiveMinimum: 3, maximum: 4 }],
  ['steps', { type: 'number', multipleOf: 0.25, minimum: 1.1, maximum: 1.3 }],
  [
    'numbers of a format that is whole',
    { type: 'array', items: { type: 'number', format: 'int32' }, minItems: 9 },
  ],
  ['a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d{2,4}$' }],
  [
    'a format that a pattern narrows',
    { type: 'string', format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
  ],
  ['a length', { type: 'string', minLength: 40, maxLength: 41 }],
  [
    'formats',
    {
      type: 'array',
      minItems: 3,
      prefixItems: [
        { format: 'uuid', type: 'string' },
        { format: 'date-time', type: 'string' },
        { format: 'ipv6', type: 'string' },
      ],
    },
  ],
  ['items that must differ', { type: 'array', items: { type: 'integer' }, minItems: 3, uniqueItems: true }],
  [
    'parts that hold together',
    { allOf: [{ required: ['a'] }, { properties: { a: { type: 'integer', minimum: 7 } } }] },
  ],
  ['a closed object', { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false }],
  [
    'as many members as are wanted',
    { type: 'object', minProperties: 2, additionalProperties: { type: 'integer' } },
  ],
  [
    'a variant that its neighbours allow',
    {
      properties: { a: { type: 'integer' } },
      required: ['a'],
      oneOf: [{ properties: { a: { type: 'string' } } }, { properties: { a: { minimum: 5 } } }],
    },
  ],
  ['a schema that contains itself', { $ref: '#/components/schemas/Node' }, { Node }],
  [
    'an example that is not valid',
    { type: 'object', required: ['a'], properties: { a: { type: 'integer', example: 'no' } } },
  ],
];

describe('sampleOf', () => {
  it.each(cases)('makes %s', (_name, schema, schemas = {}) => {
    expect(sample(schema, { schemas }).isValid).toBe(true);
    expect(sample(schema, { schemas, examples: false, seed: 5 }).isValid).toBe(true);
  });

  it('takes the examples of the members', () => {
    const schema = { type: 'object', properties: { name: { type: 'string', example: 'Ada' } } };
    expect(sample(schema).value).toEqual({ name: 'Ada' });
    expect(sample(schema, { examples: false }).value).not.toEqual({ name: 'Ada' });
  });

  it('makes a text of what has no type, where all are texts', () => {
    const { document, check } = openContract(sampleProvider({}));
    const schema = { type: 'array', items: {}, minItems: 1 };
    const of = { document, check: check('request', schema), seed: 1, examples: false };
    expect(sampleOf(schema, of).value).toEqual([{}]);
    expect(sampleOf(schema, { ...of, texts: true }).value).toEqual([expect.stringMatching(/^\w+$/)]);
  });

  it('leaves out what is writeOnly', () => {
    expect(
      sample({ type: 'object', properties: { a: { const: 1 }, secret: { type: 'string', writeOnly: true } } })
        .value,
    ).toEqual({ a: 1 });
  });

  it('says when nothing is allowed', () => {
    expect(sample({ type: 'integer', minimum: 2, maximum: 1 }).isValid).toBe(false);
  });
});
