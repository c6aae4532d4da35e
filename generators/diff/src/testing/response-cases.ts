import type { RuleCase } from './rule-case.ts';
import { answers, field, sends } from './specs.ts';

const NONE = '{ type: object, properties: {} }';
const STRING = '{ type: string }';
const MAYBE = '{ type: [string, "null"] }';
const AB = `{ A: ${field(STRING)}, B: ${field(STRING)} }`;
const ANIMALS =
  '{ Cat: { type: object, properties: { kind: { type: string }, sort: { type: string } } }, Dog: { type: object, properties: { kind: { type: string }, sort: { type: string } } } }';
/** One of two animals, told apart by a field. */
const PETS = (name: string) =>
  `{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: ${name}, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }`;
const TITLE = '`body.title`';
const READ = '`response 200.title`';

/** What the values of responses, and those of both, can go through. */
export const responseCases: readonly RuleCase[] = [
  [
    'response-field-removed',
    { before: answers(field(STRING)), after: answers(NONE), want: `${READ} is gone.` },
  ],
  ['response-field-added', { before: answers(NONE), after: answers(field(STRING)), want: `${READ} is new.` }],
  [
    'response-field-renamed',
    {
      before: answers(field(STRING)),
      after: answers(field(STRING).replace('title', 'book_title')),
      want: `${READ} is now read as \`response 200.book_title\`.`,
    },
  ],
  [
    'response-field-became-optional',
    {
      before: answers(field(STRING, 'required: [title]')),
      after: answers(field(STRING)),
      want: `${READ} may now be missing.`,
    },
  ],
  [
    'response-field-became-required',
    {
      before: answers(field(STRING)),
      after: answers(field(STRING, 'required: [title]')),
      want: `${READ} is now always there.`,
    },
  ],
  [
    'response-field-became-write-only',
    {
      before: answers(field(STRING)),
      after: answers(field('{ type: string, writeOnly: true }')),
      want: `${READ} is now write-only.`,
    },
  ],
  [
    'response-type-changed',
    {
      before: answers(field('{ type: integer }')),
      after: answers(field('{ type: number }')),
      want: `${READ} is read as \`number\`, no longer as \`integer\`.`,
    },
  ],
  [
    'response-type-narrowed',
    {
      before: answers(field('{ type: number }')),
      after: answers(field('{ type: integer }')),
      want: `${READ} is always read as \`integer\`, no longer as \`number\`.`,
    },
  ],
  [
    'response-null-added',
    { before: answers(field(STRING)), after: answers(field(MAYBE)), want: `${READ} may now be null.` },
  ],
  [
    'response-null-removed',
    { before: answers(field(MAYBE)), after: answers(field(STRING)), want: `${READ} is never null any more.` },
  ],
  [
    'response-enum-value-removed',
    {
      before: answers(field('{ enum: [a, b] }')),
      after: answers(field('{ enum: [b] }')),
      want: `${READ} is never \`a\` any more.`,
    },
  ],
  [
    'response-enum-value-added',
    {
      before: answers(field('{ enum: [a] }')),
      after: answers(field('{ enum: [a, b] }')),
      want: `${READ} may also be \`b\`.`,
    },
  ],
  [
    'response-enum-set',
    {
      before: answers(field(STRING)),
      after: answers(field('{ type: string, enum: [a] }')),
      want: `${READ} is always \`a\`.`,
    },
  ],
  [
    'response-enum-lifted',
    {
      before: answers(field('{ type: string, enum: [a] }')),
      after: answers(field(STRING)),
      want: `${READ} may be any value, no longer one of a list.`,
    },
  ],
  [
    'response-limit-changed',
    {
      before: answers(field('{ type: string, maxLength: 9 }')),
      after: answers(field(STRING)),
      want: `${READ} keeps to no limit, no longer to \`maxLength 9\`.`,
    },
  ],
  [
    'response-format-changed',
    {
      before: answers(field(STRING)),
      after: answers(field('{ type: string, format: uuid }')),
      want: `${READ} is \`uuid\`, no longer of no format.`,
    },
  ],
  [
    'response-default-changed',
    {
      before: answers(field(STRING)),
      after: answers(field('{ type: string, default: a }')),
      want: `The default of ${READ} is \`"a"\`, no longer nothing.`,
    },
  ],
  [
    'response-variant-removed',
    {
      before: answers(
        "{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }",
        AB,
      ),
      after: answers("{ $ref: '#/components/schemas/A' }", AB),
      want: '`response 200` is never `B` any more.',
    },
  ],
  [
    'response-variant-added',
    {
      before: answers("{ $ref: '#/components/schemas/A' }", AB),
      after: answers(
        "{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }",
        AB,
      ),
      want: '`A` may also be `B`.',
    },
  ],
  [
    'response-tuple-changed',
    {
      before: answers(field(`{ type: array, prefixItems: [${STRING}, ${STRING}] }`)),
      after: answers(field(`{ type: array, prefixItems: [${STRING}] }`)),
      want: `${READ} has places of their own types: 1, no longer 2.`,
    },
  ],
  [
    'discriminator-field-changed',
    {
      before: answers(PETS('kind'), ANIMALS),
      after: answers(PETS('sort'), ANIMALS),
      want: 'The variants of `response 200` are told apart by `sort`, no longer by `kind`.',
    },
  ],
  [
    'discriminator-value-removed',
    {
      before: answers(PETS('kind'), ANIMALS),
      after: answers(PETS('kind').replace('cat:', 'feline:'), ANIMALS),
      want: '`Cat` is no longer told by `cat`.',
    },
  ],
  [
    'response-extra-fields-removed',
    {
      before: answers(field(STRING, 'additionalProperties: true')),
      after: answers(field(STRING)),
      want: '`response 200` has no further fields any more.',
    },
  ],
  [
    'response-extra-fields-added',
    {
      before: answers(field(STRING)),
      after: answers(field(STRING, 'additionalProperties: { type: string }')),
      want: '`response 200` may have fields of any name.',
    },
  ],
  [
    'schema-renamed',
    {
      before: answers("{ $ref: '#/components/schemas/A' }", `{ A: ${field(STRING)} }`),
      after: answers("{ $ref: '#/components/schemas/C' }", `{ C: ${field(STRING)} }`),
      want: 'The type `A` is now `C`.',
    },
  ],
  [
    'schema-removed',
    {
      before: answers("{ $ref: '#/components/schemas/A' }", `{ A: ${field(STRING)} }`),
      after: answers(field(STRING)),
      want: 'The type `A` is gone; what was of it has another.',
    },
  ],
  [
    'value-deprecated',
    {
      before: answers(field(STRING)),
      after: answers(field('{ type: string, deprecated: true }')),
      want: `${READ} is deprecated.`,
    },
  ],
  [
    'value-undeprecated',
    {
      before: answers(field('{ type: string, deprecated: true }')),
      after: answers(field(STRING)),
      want: `${READ} is no longer deprecated.`,
    },
  ],
  [
    'value-description-changed',
    {
      before: answers(field(STRING)),
      after: answers(field('{ type: string, description: Its title. }')),
      want: `${READ} is described anew.`,
    },
  ],
  [
    'value-example-changed',
    {
      before: sends(field(STRING)),
      after: sends(field('{ type: string, example: Emma }')),
      want: `${TITLE} has other examples.`,
    },
  ],
];
