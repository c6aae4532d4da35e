import { define } from './define.ts';
import {
  boundDiffers,
  boundMissing,
  defaultDiffers,
  defaultMissing,
  descriptionMissing,
  enumDiffers,
  enumMissing,
  formatDiffers,
  typeDiffers,
} from './drift-fact-codes.ts';
import { listed } from './listed.ts';

export interface FieldArgs {
  readonly method: string;
  readonly name: string;
  readonly operation: string;
}

const ID_ROW =
  '<tr>\n    <td><CopyableCode code="id" /></td>\n    <td><code>string</code></td>\n    <td>Its identifier.</td>\n</tr>';
const STATUS_ROW =
  '<tr>\n    <td><CopyableCode code="status" /></td>\n    <td><code>string</code></td>\n    <td>Its state.</td>\n</tr>';

/** Fields of the rows that a method returns. */
export const driftFieldCodes = {
  'field-missing-from-page': define<FieldArgs>({
    severity: 'warning',
    title: 'Response field missing from the page',
    explanation:
      'The response has a field that the Fields table does not list. Fields are lost where a generator reads only one part ' +
      'of an `allOf`, or only one variant of a `oneOf`.',
    fixable: true,
    message: ({ method, name, operation }) =>
      `The fields of \`${method}\` lack \`${name}\`, which \`${operation}\` returns.`,
    hint: ({ name }) => `Add a row for \`${name}\` to the Fields table.`,
    example: { language: 'md', before: ID_ROW, after: `${ID_ROW}\n${STATUS_ROW}` },
  }),
  'variant-fields-missing-from-page': define<{
    readonly method: string;
    readonly operation: string;
    readonly names: readonly string[];
  }>({
    severity: 'info',
    title: 'Response fields of variants missing from the page',
    explanation:
      'The response is of a schema whose `discriminator` names others, and these have fields that the schema itself has not. ' +
      'The Fields table lists none of them: it was made from the base alone.',
    fixable: true,
    message: ({ method, operation, names }) =>
      `The fields of \`${method}\` lack ${listed(names, 'and')}, which only variants of what \`${operation}\` returns have.`,
    hint: ({ names }) =>
      names.length === 1 ? 'Add a row for it to the Fields table.' : 'Add rows for them to the Fields table.',
    example: { language: 'md', before: ID_ROW, after: `${ID_ROW}\n${STATUS_ROW}` },
  }),
  'field-missing-from-spec': define<FieldArgs>({
    severity: 'error',
    title: 'Documented field that the response does not have',
    explanation:
      'The Fields table lists a field that the response schema does not have: it was removed or renamed, so a query that selects it finds nothing.',
    fixable: true,
    message: ({ method, name, operation }) =>
      `The fields of \`${method}\` list \`${name}\`, which the response of \`${operation}\` does not have.`,
    hint: ({ name }) => `Remove the row of \`${name}\`, or add the field to the response schema.`,
    example: { language: 'md', before: `${ID_ROW}\n${STATUS_ROW}`, after: ID_ROW },
  }),
  'fields-table-empty': define<{
    readonly method: string;
    readonly operation: string;
    readonly fields: number;
  }>({
    severity: 'error',
    title: 'Empty Fields table',
    explanation:
      'The Fields table of a method has no row, though its response has fields: a generator could not see through a `oneOf` or an `allOf`.',
    fixable: true,
    message: ({ method, operation, fields }) =>
      `The Fields table of \`${method}\` is empty, but the response of \`${operation}\` has ${fields} ${fields === 1 ? 'field' : 'fields'}.`,
    hint: () => 'Add a row for each field of the response.',
    example: { language: 'md', before: '<tbody>\n</tbody>', after: `<tbody>\n${ID_ROW}\n</tbody>` },
  }),
  'fields-table-missing': define<{
    readonly method: string;
    readonly operation: string;
    readonly fields: number;
  }>({
    severity: 'warning',
    title: 'Method without a Fields table',
    explanation:
      'A method can be selected from, and the other methods of the page have their Fields table, but this one has none.',
    fixable: true,
    message: ({ method, operation, fields }) =>
      `\`${method}\` has no Fields table, but the response of \`${operation}\` has ${fields} ${fields === 1 ? 'field' : 'fields'}.`,
    hint: ({ method }) => `Add a tab for \`${method}\` to the Fields section.`,
    example: {
      language: 'md',
      before: '<TabItem value="get_user">…</TabItem>',
      after: '<TabItem value="get_user">…</TabItem>\n<TabItem value="list_users">…</TabItem>',
    },
  }),
  'fields-of-unknown-method': define<{ readonly name: string; readonly resource: string }>({
    severity: 'warning',
    title: 'Fields of an unknown method',
    explanation:
      'A tab of the Fields section is of a method that the Methods table of the page does not have: the method was removed or ' +
      'renamed, or one of the two names is misspelt. Its fields are compared with nothing.',
    fixable: false,
    message: ({ name, resource }) =>
      `The Fields section has a tab for \`${name}\`, which is no method of \`${resource}\`.`,
    hint: () => 'Correct the name of the tab, or remove it together with its entry in `values`.',
    example: {
      language: 'md',
      before: '<TabItem value="list_user">',
      after: '<TabItem value="list_users">',
    },
  }),
  'response-missing-from-spec': define<{
    readonly method: string;
    readonly operation: string;
    readonly fields: number;
  }>({
    severity: 'warning',
    title: 'Documented fields of a response that the spec does not describe',
    explanation:
      'The page lists fields, but the spec gives the success response no JSON content, or content without a field. The page is ' +
      'all that is known of them, so they are kept.',
    fixable: false,
    message: ({ method, operation, fields }) =>
      `\`${operation}\` describes no response field, but the page lists ${fields} for \`${method}\`.`,
    hint: () => 'Describe the response in the spec, or by an overlay.',
    example: {
      language: 'yaml',
      before: "'200':\n  description: OK",
      after:
        "'200':\n  description: OK\n  content:\n    application/json:\n      schema: { $ref: '#/components/schemas/User' }",
    },
  }),
  'field-type-differs': typeDiffers('field'),
  'field-format-differs': formatDiffers('field'),
  'field-enum-missing-from-page': enumMissing('field'),
  'field-enum-differs': enumDiffers('field'),
  'field-default-missing-from-page': defaultMissing('field'),
  'field-default-differs': defaultDiffers('field'),
  'field-bound-missing-from-page': boundMissing('field'),
  'field-bound-differs': boundDiffers('field'),
  'field-description-missing-from-page': descriptionMissing('field'),
  'field-mark-missing-from-spec': define<{ readonly name: string; readonly mark: string }>({
    severity: 'warning',
    title: 'Documented mark of a field that the spec does not have',
    explanation:
      'The page marks a field as `required`, `read-only`, `write-only` or `nullable`, and the schema does not.',
    fixable: true,
    message: ({ name, mark }) => `The field \`${name}\` is marked as ${mark}, but not in the spec.`,
    hint: ({ mark }) => `Remove the mark \`${mark}\`, or set it in the schema.`,
    example: {
      language: 'md',
      before: '<td>ID of the user. (read-only)</td>',
      after: '<td>ID of the user.</td>',
    },
  }),
  'deprecation-missing-from-page': define<{
    readonly what: 'method' | 'parameter' | 'field';
    readonly name: string;
  }>({
    severity: 'warning',
    title: 'Deprecation missing from the page',
    explanation:
      'The spec marks an operation, a parameter or a field as deprecated, and the page does not tell.',
    fixable: true,
    message: ({ what, name }) => `The ${what} \`${name}\` is deprecated, and the page does not tell.`,
    hint: () => 'End the description with `(deprecated)`.',
    example: {
      language: 'md',
      before: '<td>Lists the users.</td>',
      after: '<td>Lists the users. (deprecated)</td>',
    },
  }),
  'deprecation-missing-from-spec': define<{
    readonly what: 'method' | 'parameter' | 'field';
    readonly name: string;
  }>({
    severity: 'warning',
    title: 'Documented deprecation that the spec does not have',
    explanation:
      'The page marks a method, a parameter or a field as deprecated, and the spec does not, so clients are not warned.',
    fixable: true,
    message: ({ what, name }) => `The ${what} \`${name}\` is marked as deprecated, but not in the spec.`,
    hint: () => 'Remove the mark `(deprecated)`, or set `deprecated: true` in the spec.',
    example: {
      language: 'md',
      before: '<td>Lists the users. (deprecated)</td>',
      after: '<td>Lists the users.</td>',
    },
  }),
};
