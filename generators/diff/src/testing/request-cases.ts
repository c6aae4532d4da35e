import type { RuleCase } from './rule-case.ts';
import { field, sends } from './specs.ts';

const NONE = '{ type: object, properties: {} }';
const STRING = '{ type: string }';
const MAYBE = '{ type: [string, "null"] }';
const TITLE = '`body.title`';

/** What the values of requests can go through. */
export const requestCases: readonly RuleCase[] = [
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
    'request-default-set',
    {
      before: sends(field(STRING)),
      after: sends(field('{ type: string, default: a }')),
      want: `${TITLE}, left out, means \`"a"\`; nothing was said before.`,
    },
  ],
  [
    'request-default-lifted',
    {
      before: sends(field('{ type: string, default: a }')),
      after: sends(field(STRING)),
      want: `${TITLE}, left out, meant \`"a"\`; nothing is said any more.`,
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
    'request-tuple-changed',
    {
      before: sends(field(`{ type: array, prefixItems: [${STRING}] }`)),
      after: sends(field(`{ type: array, prefixItems: [${STRING}, ${STRING}] }`)),
      want: `${TITLE} has places of their own types: 2, no longer 1.`,
    },
  ],
  [
    'request-field-removed',
    {
      before: sends(field(STRING, "patternProperties: { '^x-': { type: string } }")),
      after: sends(field(STRING)),
      want: '`body./^x-/` can no longer be sent.',
    },
  ],
  [
    'request-type-changed',
    {
      before: sends(STRING).replace(`{ schema: ${STRING} }`, '{}'),
      after: sends(STRING),
      want: '`body` is sent as `string`, no longer as any value.',
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
];
