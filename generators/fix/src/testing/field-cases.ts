import { type BrokenPage, CURRENT, HAS_DESCRIPTIONS } from './broken-page.ts';
import { row } from './page-changes.ts';

/** The last two fields are those of old books alone. */
const HEIR: readonly (readonly [string, string])[] = [
  [
    '        shelf: {',
    `      discriminator: { propertyName: kind, mapping: { old: '#/components/schemas/Old' } }
    Old:
      allOf:
        - { $ref: '#/components/schemas/Book' }
        - properties:
            shelf: {`,
  ],
  ['        state: {', '            state: {'],
];

/** Pages whose Fields are wrong in one way each. */
export const FIELD_CASES: readonly BrokenPage[] = [
  {
    code: 'field-missing-from-page',
    given: (page) => ({ ...page, fields: page.fields.slice(0, -2) }),
  },
  {
    code: 'variant-fields-missing-from-page',
    given: (page) => ({ ...page, fields: page.fields.slice(0, -2) }),
    spec: HEIR,
  },
  {
    code: 'field-missing-from-spec',
    given: (page) => ({ ...page, fields: [['colour', 'string', 'How it looks.'], ...page.fields] }),
  },
  { code: 'fields-table-empty', given: (page) => ({ ...page, fields: [] }) },
  {
    code: 'fields-table-missing',
    given: (page) => ({ ...page, tabs: ['get_book'], listed: ['get_book'] }),
    want: (page) => ({ ...page, caption: '' }),
    ...CURRENT,
  },
  { code: 'field-type-differs', given: row('fields', 'pages', 'string') },
  { code: 'field-format-differs', given: row('fields', 'added', 'string'), ...CURRENT },
  {
    code: 'field-enum-missing-from-page',
    given: row('fields', 'state', null, 'Where it is.'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-enum-differs',
    given: row('fields', 'state', null, 'Where it is. (in, out)'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-default-missing-from-page',
    given: row('fields', 'pages', null, 'How long it is. (minimum: 1)'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-default-differs',
    given: row('fields', 'pages', null, 'How long it is. (default: 1, minimum: 1)'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-default-differs',
    name: 'where the spec has none',
    given: row('fields', 'title', null, 'What it is called. (default: Anon)'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-bound-missing-from-page',
    given: row('fields', 'pages', null, 'How long it is. (default: 100)'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-bound-differs',
    given: row('fields', 'pages', null, 'How long it is. (default: 100, minimum: 2)'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-description-missing-from-page',
    given: row('fields', 'title', null, ''),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-description-missing-from-page',
    name: 'with notes there',
    given: row('fields', 'pages', null, '(default: 100, minimum: 1)'),
    ...HAS_DESCRIPTIONS,
  },
  {
    code: 'field-mark-missing-from-spec',
    given: row('fields', 'title', null, 'What it is called. (nullable)'),
    ...HAS_DESCRIPTIONS,
  },
];
