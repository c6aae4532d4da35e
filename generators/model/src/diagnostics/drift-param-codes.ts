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

export interface ParamArgs {
  readonly method: string;
  readonly name: string;
  readonly in: string;
  readonly operation: string;
}

const ROW = '<td><a href="#parameter-subdomain"><code>subdomain</code></a></td>';
const LONGER_ROW =
  '<td><a href="#parameter-subdomain"><code>subdomain</code></a>, <a href="#parameter-userId"><code>userId</code></a></td>';

/** Parameters of a method. */
export const driftParamCodes = {
  'param-missing-from-page': define<ParamArgs>({
    severity: 'error',
    title: 'Required parameter missing from the page',
    explanation:
      "The operation requires a parameter that the method's row does not list, so a reader cannot write a query that works. " +
      'Generators that read only operation-level parameters lose those that stand at the path item.',
    fixable: true,
    message: ({ method, name, in: place, operation }) =>
      `\`${method}\` lacks the required ${place} parameter \`${name}\` of \`${operation}\`.`,
    hint: ({ name }) =>
      `Add \`${name}\` to the Required Params cell of the method, and a row for it to the Parameters table.`,
    example: { language: 'md', before: ROW, after: LONGER_ROW },
  }),
  'optional-param-missing-from-page': define<ParamArgs>({
    severity: 'warning',
    title: 'Optional parameter missing from the page',
    explanation:
      "The operation accepts a parameter that the method's row does not list, so readers do not learn of it.",
    fixable: true,
    message: ({ method, name, in: place, operation }) =>
      `\`${method}\` lacks the optional ${place} parameter \`${name}\` of \`${operation}\`.`,
    hint: ({ name }) =>
      `Add \`${name}\` to the Optional Params cell of the method, and a row for it to the Parameters table.`,
    example: {
      language: 'md',
      before: '<td><a href="#parameter-after"><code>after</code></a></td>',
      after:
        '<td><a href="#parameter-after"><code>after</code></a>, <a href="#parameter-limit"><code>limit</code></a></td>',
    },
  }),
  'param-missing-from-spec': define<Omit<ParamArgs, 'in'>>({
    severity: 'error',
    title: 'Documented parameter that the operation does not have',
    explanation:
      "The method's row lists a parameter that the operation declares neither as a parameter nor as a body field, so the " +
      'server would ignore or refuse it. It was removed or renamed, or it is a variable of the server URL that the config must map.',
    fixable: true,
    message: ({ method, name, operation }) =>
      `\`${method}\` lists the parameter \`${name}\`, which \`${operation}\` does not declare.`,
    hint: ({ name }) =>
      `Remove \`${name}\` from the row, or declare it in the spec; a variable of the server URL belongs to \`serverVariables\` in the config.`,
    example: { language: 'md', before: LONGER_ROW, after: ROW },
  }),
  'param-listed-as-required': define<ParamArgs>({
    severity: 'warning',
    title: 'Optional parameter listed as required',
    explanation:
      'The page lists among the required parameters what the operation does not require, so readers pass more than they need.',
    fixable: true,
    message: ({ method, name, in: place, operation }) =>
      `\`${method}\` lists \`${name}\` as required, but \`${operation}\` does not require this ${place} parameter.`,
    hint: ({ name }) => `Move \`${name}\` to the Optional Params cell.`,
    example: {
      language: 'md',
      before: '<td><code>id</code>, <code>expand</code></td>\n<td></td>',
      after: '<td><code>id</code></td>\n<td><code>expand</code></td>',
    },
  }),
  'param-listed-as-optional': define<ParamArgs>({
    severity: 'error',
    title: 'Required parameter listed as optional',
    explanation:
      'The page lists among the optional parameters what the operation requires, so a query without it fails.',
    fixable: true,
    message: ({ method, name, in: place, operation }) =>
      `\`${method}\` lists \`${name}\` as optional, but \`${operation}\` requires this ${place} parameter.`,
    hint: ({ name }) => `Move \`${name}\` to the Required Params cell.`,
    example: {
      language: 'md',
      before: '<td></td>\n<td><code>id</code></td>',
      after: '<td><code>id</code></td>\n<td></td>',
    },
  }),
  'param-row-missing': define<{ readonly method: string; readonly name: string }>({
    severity: 'warning',
    title: 'Listed parameter without a row',
    explanation:
      'A method lists a parameter that the Parameters table does not describe, so its type and meaning stay unsaid, and the ' +
      'link to it is dead. A row that several methods lack is reported once, where the first of them lists it. Body fields are ' +
      'asked for only on pages that give rows to some of them.',
    fixable: true,
    message: ({ method, name }) =>
      `\`${method}\` lists the parameter \`${name}\`, for which the Parameters table has no row.`,
    hint: ({ name }) => `Add a row for \`${name}\` to the Parameters table.`,
    example: {
      language: 'md',
      before: '<tbody>\n</tbody>',
      after:
        '<tbody>\n<tr id="parameter-limit">\n    <td><CopyableCode code="limit" /></td>\n    <td><code>integer</code></td>\n    <td></td>\n</tr>\n</tbody>',
    },
  }),
  'param-link-dead': define<{ readonly method: string; readonly name: string; readonly anchor: string }>({
    severity: 'warning',
    title: 'Link to a parameter row that is not there',
    explanation:
      'A name in the Methods table is a link to a row of the Parameters table, but no row has that `id`, so the link leads ' +
      'nowhere. Mostly it is a body field on a page that lists body fields without describing them.',
    fixable: true,
    message: ({ method, name, anchor }) =>
      `\`${method}\` links \`${name}\` to \`#${anchor}\`, which no row of the Parameters table has as its \`id\`.`,
    hint: ({ anchor }) => `Add a row with \`id="${anchor}"\` to the Parameters table, or take the link off.`,
    example: {
      language: 'md',
      before: '<td><a href="#parameter-files"><code>files</code></a></td>',
      after: '<td><code>files</code></td>',
    },
  }),
  'param-row-of-other-method': define<{
    readonly name: string;
    readonly operation: string;
    readonly other: string;
  }>({
    severity: 'info',
    title: "Parameter row with another method's text",
    explanation:
      'Several methods share the row of a parameter that the spec describes differently for each, and the row has the text of one of ' +
      'them, so it is wrong for the others.',
    fixable: false,
    message: ({ name, operation, other }) =>
      `The row of \`${name}\` has the text of \`${other}\`, which is not what \`${operation}\` says of it.`,
    hint: () => 'Write a description that is right for all methods that list the parameter.',
    example: {
      language: 'md',
      before: '<td>Resource to embed: `blocks`.</td>',
      after: '<td>Resource to embed: `blocks` for a user, `classification` for a list of users.</td>',
    },
  }),
  'param-type-differs': typeDiffers('parameter'),
  'param-format-differs': formatDiffers('parameter'),
  'param-enum-missing-from-page': enumMissing('parameter'),
  'param-enum-differs': enumDiffers('parameter'),
  'param-default-missing-from-page': defaultMissing('parameter'),
  'param-default-differs': defaultDiffers('parameter'),
  'param-bound-missing-from-page': boundMissing('parameter'),
  'param-bound-differs': boundDiffers('parameter'),
  'param-description-missing-from-page': descriptionMissing('parameter'),
};
