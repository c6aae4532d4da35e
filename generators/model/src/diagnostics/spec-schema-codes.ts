import { define } from './define.ts';

export interface SampleArgs {
  /** As JSON. */
  readonly value: string;
  /** The end of the sentence. */
  readonly problem: string;
}

/** Schemas, and the values that they give. */
export const specSchemaCodes = {
  'pattern-not-javascript': define<{ readonly pattern: string }>({
    severity: 'warning',
    title: 'Pattern that JavaScript refuses',
    explanation:
      'JSON Schema patterns are ECMA-262 regular expressions. This one is of another dialect (inline flags such as ' +
      '`(?i)`, possessive quantifiers), so that validators in JavaScript throw on it and nothing can check it.',
    fixable: false,
    message: ({ pattern }) => `The pattern \`${pattern}\` is no JavaScript regular expression.`,
    hint: ({ pattern }) =>
      pattern.startsWith('(?i)')
        ? 'Write both cases out, `[0-9a-fA-F]`, in place of the flag `(?i)`.'
        : 'Rewrite it as an ECMA-262 regular expression.',
    example: { language: 'yaml', before: 'pattern: (?i)^[a-f]+$\n', after: 'pattern: ^[a-fA-F]+$\n' },
  }),
  'schema-type-unknown': define<{ readonly type: string }>({
    severity: 'warning',
    title: 'Unknown type',
    explanation:
      'A schema names a type that JSON Schema does not have. It is taken to allow anything. `file` is of Swagger 2.0, ' +
      '`date` and `uuid` are formats of `string`, `any` is the absence of a type.',
    fixable: false,
    message: ({ type }) => `\`${type}\` is no type of JSON Schema.`,
    hint: () => 'Write `string`, `number`, `integer`, `boolean`, `array` or `object`.',
    example: { language: 'yaml', before: 'type: date\n', after: 'type: string\nformat: date\n' },
  }),
  'required-property-undeclared': define<{ readonly name: string }>({
    severity: 'warning',
    title: 'Required property that is not declared',
    explanation:
      'An object requires a property that its `properties` do not declare, so that each value must have it and nobody knows what it is. ' +
      'Mostly `required` was left at the wrong level when the property moved into another object, or the name is misspelt. ' +
      'It is taken for a property of any type.',
    fixable: false,
    message: ({ name }) => `The property \`${name}\` is required, and not declared.`,
    hint: ({ name }) => `Declare \`${name}\` under \`properties\`, or require it where it is declared.`,
    example: {
      language: 'yaml',
      before: 'required: [id, name]\nproperties:\n  id: { type: string }\n',
      after: 'required: [id, name]\nproperties:\n  id: { type: string }\n  name: { type: string }\n',
    },
  }),
  'schema-contradictory': define<{
    /** The end of the sentence. */
    readonly problem: string;
    /** One of its parts allows no properties but its own. */
    readonly isClosed: boolean;
  }>({
    severity: 'warning',
    title: 'Schema that contradicts itself',
    explanation:
      'A value of an `allOf` satisfies each of its parts, and what stands beside the `allOf`. Two of these exclude one another: ' +
      'by their types, enums, formats or limits, or because one has `additionalProperties: false`, which forbids the properties ' +
      'of all others. No value, or none with that property, passes a validator, whatever the types of the client allow.',
    fixable: false,
    message: ({ problem }) => `The schema contradicts itself: ${problem}.`,
    hint: ({ isClosed }) =>
      isClosed
        ? 'Leave `additionalProperties: false` out of the parts; OpenAPI 3.1 can write `unevaluatedProperties: false` on the whole.'
        : 'Make both agree, or take the part out that is not meant.',
    example: {
      language: 'yaml',
      before:
        'allOf:\n  - { type: object, properties: { id: { type: string } }, additionalProperties: false }\n' +
        '  - { type: object, properties: { name: { type: string } } }\n',
      after:
        'allOf:\n  - { type: object, properties: { id: { type: string } } }\n' +
        '  - { type: object, properties: { name: { type: string } } }\nunevaluatedProperties: false\n',
    },
  }),
  'enum-invalid': define<{ readonly value: string; readonly type: string }>({
    severity: 'warning',
    title: 'Enum value that the type excludes',
    explanation:
      'A value of an enum is of another type than the schema, so that no value can satisfy both. Quotes around ' +
      '`true` or a number, or missing ones, are the usual cause.',
    fixable: false,
    message: ({ value, type }) => `The enum value \`${value}\` is not of the type \`${type}\`.`,
    hint: () => 'Mend the value, or the type.',
    example: {
      language: 'yaml',
      before: "type: boolean\nenum: ['true', 'false']\n",
      after: 'type: boolean\n',
    },
  }),
  'default-invalid': define<SampleArgs>({
    severity: 'warning',
    title: 'Default that the schema does not allow',
    explanation:
      'A default is of another type than its schema, or not among its enum. Either the default is not what ' +
      'the server takes, or the schema forbids what it does take.',
    fixable: false,
    message: ({ value, problem }) => `The default \`${value}\` ${problem}.`,
    hint: () => 'Mend the default, or the type or enum.',
    example: {
      language: 'yaml',
      before: "type: integer\ndefault: '20'\n",
      after: 'type: integer\ndefault: 20\n',
    },
  }),
  'example-invalid': define<SampleArgs>({
    severity: 'info',
    title: 'Example that the schema does not allow',
    explanation:
      'An example is of another type than its schema, or not among its enum, so that whoever copies it is refused. ' +
      'In YAML a number or a date in a string example needs quotes.',
    fixable: false,
    message: ({ value, problem }) => `The example \`${value}\` ${problem}.`,
    hint: () => 'Mend the example, or the type or enum.',
    example: {
      language: 'yaml',
      before: 'type: string\nexample: 16275000448691\n',
      after: "type: string\nexample: '16275000448691'\n",
    },
  }),
};
