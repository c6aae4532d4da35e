import type { RuleCase } from './rule-case.ts';
import { answers, field, sends } from './specs.ts';

const NONE = '{ type: object, properties: {} }';
const STRING = '{ type: string }';
const MAYBE = '{ type: [string, "null"] }';
const AB = `{ A: ${field(STRING)}, B: ${field(STRING)} }`;
const TITLE = '`body.title`';
const READ = '`response 200.title`';

/** What the values of requests and responses can go through. */
export const schemaCases: readonly RuleCase[] = [
  [
    'request-field-removed',
    { before: sends(field(STRING)), after: sends(NONE), want: `${TITLE} can no longer be sent.` },
  ],
  [
    'request-field-added-required',
    {
      before: sends(NONE),
      after: sends(field(STRING, 'required: [title]')),
      want: `${TITLE} is new, and must be sent.`,
    },
  ],
  [
    'request-field-added-optional',
    { before: sends(NONE), after: sends(field(STRING)), want: `${TITLE} is new, and may be sent.` },
  ],
  [
    'request-field-renamed',
    {
      before: sends(field(STRING)),
      after: sends(field(STRING).replace('title', 'bookTitle')),
      want: `${TITLE} is now sent as \`body.bookTitle\`.`,
    },
  ],
  [
    'request-field-became-required',
    {
      before: sends(field(STRING)),
      after: sends(field(STRING, 'required: [title]')),
      want: `${TITLE} must now be sent.`,
    },
  ],
  [
    'request-field-became-optional',
    {
      before: sends(field(STRING, 'required: [title]')),
      after: sends(field(STRING)),
      want: `${TITLE} need no longer be sent.`,
    },
  ],
  [
    'request-field-became-read-only',
    {
      before: sends(field(STRING)),
      after: sends(field('{ type: string, readOnly: true }')),
      want: `${TITLE} is now read-only.`,
    },
  ],
  [
    'request-type-changed',
    {
      before: sends(field(STRING)),
      after: sends(field('{ type: integer }')),
      want: `${TITLE} is sent as \`integer\`, no longer as \`string\`.`,
    },
  ],
  [
    'request-type-widened',
    {
      before: sends(field('{ type: integer }')),
      after: sends(field('{ type: number }')),
      want: `${TITLE} can be sent as \`number\`, not only as \`integer\`.`,
    },
  ],
  [
    'request-null-refused',
    { before: sends(field(MAYBE)), after: sends(field(STRING)), want: `${TITLE} can no longer be null.` },
  ],
  [
    'request-null-accepted',
    { before: sends(field(STRING)), after: sends(field(MAYBE)), want: `${TITLE} can be sent as null.` },
  ],
  [
    'request-enum-value-removed',
    {
      before: sends(field('{ enum: [a, b, c] }')),
      after: sends(field('{ enum: [c, b] }')),
      want: `${TITLE} can no longer be \`a\`.`,
    },
  ],
  [
    'request-enum-value-added',
    {
      before: sends(field('{ enum: [a] }')),
      after: sends(field('{ enum: [a, b] }')),
      want: `${TITLE} can also be \`b\`.`,
    },
  ],
  [
    'request-enum-set',
    {
      before: sends(field(STRING)),
      after: sends(field('{ type: string, enum: [a] }')),
      want: `${TITLE} can only be \`a\`.`,
    },
  ],
  [
    'request-enum-lifted',
    {
      before: sends(field('{ type: string, enum: [a] }')),
      after: sends(field(STRING)),
      want: `${TITLE} can be any value, not only one of a list.`,
    },
  ],
  [
    'request-limit-tightened',
    {
      before: sends(field('{ type: string, maxLength: 9 }')),
      after: sends(field('{ type: string, maxLength: 5, minLength: 1 }')),
      want: `${TITLE} must keep to \`minLength 1\`, \`maxLength 5\`, no longer to \`maxLength 9\`.`,
    },
  ],
  [
    'request-limit-loosened',
    {
      before: sends(field('{ type: integer, minimum: 5 }')),
      after: sends(field('{ type: integer, minimum: 1 }')),
      want: `${TITLE} need only keep to \`minimum 1\`, no longer to \`minimum 5\`.`,
    },
  ],
  [
    'request-format-changed',
    {
      before: sends(field('{ type: string, format: uuid }')),
      after: sends(field('{ type: string, format: date }')),
      want: `${TITLE} must be \`date\`, no longer \`uuid\`.`,
    },
  ],
  [
    'request-format-lifted',
    {
      before: sends(field('{ type: string, format: uuid }')),
      after: sends(field(STRING)),
      want: `${TITLE} need no longer be \`uuid\`.`,
    },
  ],
  [
    'request-default-changed',
    {
      before: sends(field('{ type: string, default: a }')),
      after: sends(field('{ type: string, default: b }')),
      want: `${TITLE}, left out, means \`"b"\`, no longer \`"a"\`.`,
    },
  ],
  [
    'request-variant-removed',
    {
      before: sends(field('{ oneOf: [{ type: string }, { type: integer }] }')),
      after: sends(field(STRING)),
      want: `${TITLE} can no longer be \`integer\`.`,
    },
  ],
  [
    'request-variant-added',
    {
      before: sends(field('{ oneOf: [{ type: string }, { type: integer }] }')),
      after: sends(field('{ oneOf: [{ type: string }, { type: integer }, { type: boolean }] }')),
      want: `${TITLE} can also be \`boolean\`.`,
    },
  ],
  [
    'request-extra-fields-refused',
    {
      before: sends(field(STRING)),
      after: sends(field(STRING, 'additionalProperties: false')),
      want: '`body` takes no further fields any more.',
    },
  ],
  [
    'request-extra-fields-accepted',
    {
      before: sends(field(STRING, 'additionalProperties: false')),
      after: sends(field(STRING)),
      want: '`body` takes fields of any name.',
    },
  ],
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
