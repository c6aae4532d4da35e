import { expect, it } from 'vitest';
import { findings, withSchemas } from '../testing.ts';

const NAMED = `
Text: { type: string, enum: [a, b] }
Open: { type: object, properties: { id: { type: string } } }
Shut: { type: object, properties: { id: { type: string } }, additionalProperties: false }
Deep: { allOf: [{ $ref: '#/components/schemas/Shut' }, { $ref: '#/components/schemas/Open' }] }
Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }, { $ref: '#/components/schemas/Open' }] }
Kept: { type: object, properties: { id: { type: string } }, patternProperties: { ^x: {} }, additionalProperties: false }`;

const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`;

/** What is found wrong with the schema `S`, in which `@` marks the place; else it is the whole. */
function contradictionsOf(marked: string, version?: string): readonly string[] {
  const line = `S: ${marked}`;
  const text = withSchemas(`${line.replace('@', '')}${NAMED}`, version);
  return findings([{ path: 's', text }]).flatMap((finding) => {
    const [, column, problem] = FINDING.exec(finding) ?? [];
    if (problem === undefined) return [];
    return column === `${marked.includes('@') ? line.indexOf('@') + 5 : 5}`
      ? [problem]
      : [`${problem} (at column ${column})`];
  });
}

const FINDING = /^s:6:(\d+) warning schema-contradictory: The schema contradicts itself: (.*?)\.(?: \[|$)/;

const CONTRADICTORY: [string, { given: string; want: string }][] = [
  [
    'types',
    {
      given: '{ allOf: [{ type: string }, { @type: integer }] }',
      want: 'one part is of the type `string`, and another of `integer`',
    },
  ],
  [
    'the type beside a reference',
    {
      given: `{ @type: object, allOf: [${ref('Text')}] }`,
      want: 'one part is of the type `string`, and another of `object`',
    },
  ],
  [
    'enums and constants',
    {
      given: `{ allOf: [${ref('Text')}, @{ const: c }] }`,
      want: 'no value is among the enums of two of its parts',
    },
  ],
  [
    'formats',
    {
      given: '{ allOf: [{ type: string, format: uuid }, { type: string, @format: email }] }',
      want: 'one part has the format `uuid`, and another `email`',
    },
  ],
  [
    'limits',
    {
      given: '{ allOf: [{ type: number, exclusiveMinimum: 3 }, { type: integer, @maximum: 3 }] }',
      want: '`exclusiveMinimum` is 3, and `maximum` 3',
    },
  ],
  [
    'its own limits',
    { given: '{ type: array, minItems: 2, @maxItems: 1 }', want: '`minItems` is 2, and `maxItems` 1' },
  ],
  [
    'a closed part, by reference',
    {
      given: `{ allOf: [${ref('Deep')}, { properties: { @name: {} } }] }`,
      want: 'one part has the property `name`, and another allows none but its own',
    },
  ],
  [
    'a closed whole',
    {
      given: `{ allOf: [${ref('Open')}], @additionalProperties: false }`,
      want: 'one part has the property `id`, and another allows none but its own',
    },
  ],
  [
    'what a closed part does not allow, and another requires',
    {
      given: `{ allOf: [${ref('Shut')}, { @required: [name] }] }`,
      want: 'one part has the property `name`, and another allows none but its own',
    },
  ],
  [
    'a property',
    {
      given: `{ allOf: [${ref('Open')}], properties: { @id: { type: integer } } }`,
      want: 'of the property `id` one part is of the type `string`, and another of `integer`',
    },
  ],
  [
    'all of its alternatives',
    {
      given: `{ type: object, properties: { a: {} }, @oneOf: [${ref('Shut')}, { type: string }] }`,
      want: 'one part has the property `a`, and another allows none but its own',
    },
  ],
  [
    'siblings of a reference',
    {
      given: "{ $ref: '#/components/schemas/Text', @type: object, properties: { id: {} } }",
      want: 'one part is of the type `string`, and another of `object`',
    },
  ],
];

it.each(CONTRADICTORY)('%s contradict', (_name, { given, want }) => {
  expect(contradictionsOf(given)).toEqual([want]);
});

const AGREEING: [string, string][] = [
  ['an integer is a number', '{ allOf: [{ type: number }, { type: integer }] }'],
  ['enums that share a value', `{ allOf: [${ref('Text')}, { enum: [b, c] }] }`],
  ['null, which both allow', "{ allOf: [{ type: [string, 'null'] }, { type: [integer, 'null'] }] }"],
  ['formats of numbers', '{ allOf: [{ type: integer, format: int32 }, { type: integer, format: int64 }] }'],
  [
    'a format of which some texts have another',
    '{ allOf: [{ type: string, format: uri }, { type: string, format: uuid }] }',
  ],
  ['limits of what no part is', '{ type: string, minItems: 2, maxItems: 1 }'],
  [
    'properties that a closed part has too',
    `{ allOf: [${ref('Shut')}, ${ref('Open')}, { required: [id] }] }`,
  ],
  ['patterns of names', `{ allOf: [${ref('Kept')}, { properties: { x1: {} } }] }`],
  [
    'what is evaluated elsewhere',
    `{ allOf: [${ref('Open')}, { properties: { name: {} } }], unevaluatedProperties: false }`,
  ],
  ['one alternative that agrees', `{ type: object, oneOf: [{ type: string }, ${ref('Open')}] }`],
  [
    'alternatives, of which none needs to agree with another',
    '{ oneOf: [{ type: string }, { type: integer }] }',
  ],
  ['members, of which only objects have any', `{ allOf: [${ref('Text')}], properties: { id: {} } }`],
  ['no more members', `{ allOf: [${ref('Text')}], additionalProperties: false }`],
  ['an empty enum', '{ allOf: [{ type: string, enum: [] }, { type: string, enum: [a] }] }'],
  ['a schema made of itself', `{ allOf: [${ref('Loop')}, { properties: { name: {} } }] }`],
  ['a part that does not exist', `{ allOf: [${ref('None')}, { type: string }] }`],
];

it.each(AGREEING)('%s: no contradiction', (_name, given) => {
  expect(contradictionsOf(given)).toEqual([]);
});

it('takes the time of its size where compositions share what is big', () => {
  const many = (separator: string, text: (i: number) => string): string =>
    Array.from({ length: 2_000 }, (_, i) => text(i)).join(separator);
  const text =
    withSchemas(`Big: { type: object, additionalProperties: false, properties: { ${many(', ', (i) => `p${i}: {}`)} } }
Choice: { oneOf: [${many(', ', (i) => `{ const: v${i} }`)}] }
${many('\n', (i) => `A${i}: { allOf: [${ref('Big')}, ${ref('Big')}] }`)}
${many('\n', (i) => `B${i}: { type: object, allOf: [${ref('Choice')}] }`)}`);
  const started = process.cpuUsage().user;
  expect(findings([{ path: 's', text }])).toEqual([]);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(3);
});

it('the siblings of a reference say nothing in OpenAPI 3.0', () => {
  const given = "{ $ref: '#/components/schemas/Text', type: object, properties: { id: {} } }";
  expect(contradictionsOf(given, '3.0.3')).toEqual([]);
});
