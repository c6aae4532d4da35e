import { define } from './define.ts';

interface ParamArgs {
  readonly method: string;
  readonly name: string;
  readonly in: string;
  readonly operation: string;
}

/** Where the pages and the spec disagree. */
export const driftCodes = {
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
    example: {
      language: 'md',
      before: '<td><a href="#parameter-subdomain"><code>subdomain</code></a></td>',
      after:
        '<td><a href="#parameter-subdomain"><code>subdomain</code></a>, <a href="#parameter-userId"><code>userId</code></a></td>',
    },
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
};
