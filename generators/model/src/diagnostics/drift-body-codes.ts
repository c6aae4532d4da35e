import { define } from './define.ts';

export interface BodyArgs {
  readonly method: string;
  readonly name: string;
  readonly operation: string;
}

/** Fields of a method's request body. */
export const driftBodyCodes = {
  'body-field-missing-from-page': define<BodyArgs>({
    severity: 'error',
    title: 'Required body field missing from the page',
    explanation:
      "The request body requires a field that the method's row does not list among its required parameters, so a statement without it fails.",
    fixable: true,
    message: ({ method, name, operation }) =>
      `\`${method}\` lacks the required body field \`${name}\` of \`${operation}\`.`,
    hint: ({ name }) =>
      `Add the body field \`${name}\` to the Required Params cell of the method, and to its example.`,
    example: {
      language: 'md',
      before: '<td><a href="#parameter-subdomain"><code>subdomain</code></a></td>',
      after:
        '<td><a href="#parameter-subdomain"><code>subdomain</code></a>, <a href="#parameter-data__profile"><code>data__profile</code></a></td>',
    },
  }),
  'optional-body-field-missing-from-page': define<BodyArgs>({
    severity: 'info',
    title: 'Optional body field missing from the example',
    explanation:
      'The request body accepts a field that no example of the method shows. Pages in these formats have no other place for optional body fields.',
    fixable: true,
    message: ({ method, name, operation }) =>
      `The example of \`${method}\` does not show the body field \`${name}\` of \`${operation}\`.`,
    hint: ({ name }) => `Add \`${name}\` to the statement.`,
    example: {
      language: 'sql',
      before: "SET data__profile = '{{ profile }}'",
      after: "SET data__profile = '{{ profile }}',\ndata__credentials = '{{ credentials }}'",
    },
  }),
  'body-field-listed-as-required': define<BodyArgs>({
    severity: 'warning',
    title: 'Optional body field listed as required',
    explanation:
      'The page lists a field of the request body as required that the body does not require, so readers pass more than they need.',
    fixable: true,
    message: ({ method, name, operation }) =>
      `\`${method}\` lists \`${name}\` as required, but the request body of \`${operation}\` does not require it.`,
    hint: ({ name }) => `Remove \`${name}\` from the Required Params cell; the example is its place.`,
    example: {
      language: 'md',
      before: '<td><code>data__name</code>, <code>data__note</code></td>',
      after: '<td><code>data__name</code></td>',
    },
  }),
  'body-field-listed-as-optional': define<BodyArgs>({
    severity: 'error',
    title: 'Required body field listed as optional',
    explanation: 'The page lists a field of the request body as optional that the body requires.',
    fixable: true,
    message: ({ method, name, operation }) =>
      `\`${method}\` lists \`${name}\` as optional, but the request body of \`${operation}\` requires it.`,
    hint: ({ name }) => `Move \`${name}\` to the Required Params cell.`,
    example: {
      language: 'md',
      before: '<td></td>\n<td><code>data__name</code></td>',
      after: '<td><code>data__name</code></td>\n<td></td>',
    },
  }),
  'read-only-field-required': define<BodyArgs>({
    severity: 'error',
    title: 'Read-only field listed as a parameter',
    explanation:
      'The page lists a body field that the spec marks as `readOnly`: the server sets it and may refuse it in a request ' +
      '(OpenAPI 3.1, section 4.8.24). Being in `required` does not make it one to send.',
    fixable: true,
    message: ({ method, name, operation }) =>
      `\`${method}\` lists the field \`${name}\`, which is read-only in the request body of \`${operation}\`.`,
    hint: ({ name }) => `Remove \`${name}\` from the method's row and from its example.`,
    example: {
      language: 'md',
      before: '<td><code>data__name</code>, <code>data__id</code></td>',
      after: '<td><code>data__name</code></td>',
    },
  }),
};
