import { describe, expect, it } from 'vitest';
import { findings, readSpec, withSchemas } from '../testing.ts';

const BASE = 'Base: { type: object, properties: { id: { type: string } } }';

const cases: [string, { given: string; want: readonly string[] }][] = [
  [
    'an object lacks',
    { given: 'S: { type: object, required: [id, x], properties: { id: {} } }', want: ['x'] },
  ],
  ['no object without members lacks', { given: 'S: { type: object, required: [x] }', want: [] }],
  [
    'no base lacks, whose heirs declare it',
    {
      given:
        "S: { type: object, required: [x], properties: { id: {} } }\nT: { allOf: [{ $ref: '#/components/schemas/S' }, { properties: { x: {} } }] }",
      want: [],
    },
  ],
  [
    'no part lacks of another',
    {
      given: `${BASE}\nS: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: [id] }] }`,
      want: [],
    },
  ],
  [
    'no part has',
    {
      given: `${BASE}\nS: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: [id, x], properties: { y: {} } }] }`,
      want: ['x'],
    },
  ],
  [
    'no part may have that is not told whole',
    {
      given:
        "S: { allOf: [{ $ref: '#/components/schemas/Any' }, { required: [x], properties: { y: {} } }] }\nAny: {}",
      want: [],
    },
  ],
];

describe('a required property is reported that', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    const text = withSchemas(given);
    const names = want.map((name) => `The property \`${name}\` is required, and not declared.`);
    expect(findings([{ path: 'spec.yaml', text }]).map((line) => line.split(': ').at(-1))).toEqual(names);
  });
});

it('what no part declares is a property of the part that requires it', () => {
  const text = withSchemas(
    `${BASE}\nS: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: [id, x] }] }`,
  );
  expect(readSpec(text).schemas.S).toMatchObject({
    parts: [{ kind: 'ref' }, { properties: [{ name: 'x', undeclared: true }], requiredElsewhere: ['id'] }],
  });
});
