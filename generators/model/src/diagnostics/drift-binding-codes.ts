import { define } from './define.ts';

/** Methods and operations that do not find each other. */
export const driftBindingCodes = {
  'method-unbound': define<{
    readonly method: string;
    readonly id: string;
    readonly candidate: { readonly operation: string; readonly score: string } | null;
  }>({
    severity: 'error',
    title: 'Documented method without an operation',
    explanation:
      'No operation of the spec answers to this method by name, by description or by signature, so a query that uses it ' +
      'cannot be served. The operation was removed or renamed, or the page calls it by a name of its own. A likely ' +
      'operation is named with its score, but never taken on likelihood alone.',
    fixable: false,
    message: ({ method, candidate }) =>
      candidate === null
        ? `\`${method}\` matches no operation of the spec.`
        : `\`${method}\` matches no operation of the spec; the closest is \`${candidate.operation}\` (score ${candidate.score}).`,
    hint: ({ id, candidate }) =>
      candidate === null
        ? `Remove the method from the page, or name its operation in the config under \`bind\`, key \`${id}\`.`
        : `Remove the method from the page, or, if the closest is meant, add \`'${id}': '${candidate.operation}'\` to \`bind\` in the config.`,
    example: {
      language: 'ts',
      before: 'bind: {}',
      after: "bind: { 'okta.groups.groups.update_group': 'PUT /api/v1/groups/{groupId}' }",
    },
  }),
  'method-text-of-other-operation': define<{
    readonly method: string;
    readonly operation: string;
    readonly other: string;
  }>({
    severity: 'warning',
    title: "Method row with another operation's text",
    explanation:
      'The row of a method has, word for word, what the spec says of another operation, and nothing of what it says of the ' +
      "method's own: rows were mixed up when the page was written, or one was copied.",
    fixable: false,
    message: ({ method, operation, other }) =>
      `\`${method}\` is \`${operation}\`, but its row has the text of \`${other}\`.`,
    hint: ({ operation }) =>
      `Describe what \`${operation}\` does; if the other operation is meant, correct name and parameters.`,
    example: {
      language: 'md',
      before: '| get_user | SELECT | id | Lists all users. |',
      after: '| get_user | SELECT | id | Retrieves a user. |',
    },
  }),
  'operation-missing-from-pages': define<{ readonly operation: string }>({
    severity: 'warning',
    title: 'Operation without a documented method',
    explanation:
      'The spec offers an operation that no page documents, so nobody can reach it by SQL and no client function is made of it. ' +
      'Operations left out on purpose can be silenced with a reason, by `ignore` in the config.',
    fixable: false,
    message: ({ operation }) => `\`${operation}\` is documented by no page.`,
    hint: () =>
      'Add a row for it to the Methods table of the resource that it belongs to, or ignore the finding with a reason.',
    example: {
      language: 'ts',
      before: 'ignore: []',
      after:
        "ignore: [{ code: 'operation-missing-from-pages', operation: 'POST /oauth2/v1/par', reason: 'for browsers' }]",
    },
  }),
  'operation-bound-twice': define<{
    readonly method: string;
    readonly other: string;
    readonly operation: string;
  }>({
    severity: 'warning',
    title: 'Two methods of a resource for one operation',
    explanation:
      'Two methods of one resource are bound to the same operation. One of them is a leftover, or is bound to the wrong ' +
      'operation. (Methods of different resources may share an operation.)',
    fixable: false,
    message: ({ method, other, operation }) =>
      `\`${method}\` is bound to \`${operation}\`, to which \`${other}\` of the same resource is bound already.`,
    hint: () => 'Remove one of the two rows, or bind one of them to another operation in the config.',
    example: {
      language: 'md',
      before: '| get_user | SELECT | id |\n| read_user | SELECT | id |',
      after: '| get_user | SELECT | id |',
    },
  }),
  'setting-matches-nothing': define<{
    readonly setting: 'auth' | 'bind' | 'rename';
    readonly key: string;
    readonly missing: string;
  }>({
    severity: 'warning',
    title: 'Setting that matches nothing',
    explanation:
      'An entry of `bind` or `rename` in the config names a method or an operation that does not exist (any more), or one of `auth` ' +
      'a security scheme that the spec does not have, so it has no effect. Security schemes are named in camel case.',
    fixable: false,
    message: ({ setting, key, missing }) =>
      `\`${setting}\` of the config has \`${key}\`, but there is no \`${missing}\`.`,
    hint: ({ setting, key }) => `Correct \`${key}\` in \`${setting}\`, or remove it.`,
    example: {
      language: 'ts',
      before: "bind: { 'okta.users.user.get': 'GET /api/v1/users/{id}' }",
      after: "bind: { 'okta.users.users.get': 'GET /api/v1/users/{id}' }",
    },
  }),
  'pages-missing': define<{ readonly source: 'spec' | 'provider-yaml' }>({
    severity: 'info',
    title: 'No pages',
    explanation:
      "There are no resource pages, so names and grouping are those of the provider's own YAML, where it is given, or else are " +
      'inferred from the tags, paths and operationIds of the spec.',
    fixable: false,
    message: ({ source }) =>
      source === 'spec'
        ? 'There are no resource pages: resources are inferred from the spec.'
        : "There are no resource pages: resources are those of the provider's YAML.",
    hint: () =>
      'Name the pages by `--pages`, or in the config under `pages`; `plumbline init` writes first ones.',
    example: { language: 'ts', before: 'pages: []', after: "pages: ['./resources/**/*.md']" },
  }),
  'operations-missing': define<{ readonly hasWebhooks: boolean }>({
    severity: 'warning',
    title: 'No operations',
    explanation:
      'The spec has no operation under `paths`, so the client has no method, and there is nothing to document or to test. ' +
      'Webhooks are requests that the provider sends: their types are emitted, and no client calls them.',
    fixable: false,
    message: ({ hasWebhooks }) =>
      hasWebhooks
        ? 'The spec has webhooks and no operations: the client is empty.'
        : 'The spec has no operations: the client is empty.',
    hint: () =>
      'Name the document that holds the `paths`; where they are in several files, name all of them under `spec`.',
    example: {
      language: 'yaml',
      before: 'openapi: 3.1.0\npaths: {}\n',
      after:
        "openapi: 3.1.0\npaths:\n  /users:\n    get:\n      responses: { '200': { description: Users } }\n",
    },
  }),
  'name-collision': define<{
    readonly what: 'service' | 'resource' | 'method' | 'parameter';
    readonly name: string;
    readonly taken: string;
    readonly given: string;
  }>({
    severity: 'info',
    title: 'Name that is taken in the client',
    explanation:
      'Two names become one in camel case, or a name is kept for the client itself (`http`, `then`, `body`), so one of them gets ' +
      'another name in the client. Among parameters the one in the path keeps its name; those in query, header and cookie get ' +
      'their place as a suffix. Everything else is numbered in order of appearance.',
    fixable: false,
    message: ({ what, name, taken, given }) =>
      `The ${what} \`${name}\` is called \`${given}\` in the client, since \`${taken}\` is taken.`,
    hint: ({ what }) =>
      what === 'parameter'
        ? 'Nothing needs to be done; the client sends it by its own name.'
        : 'Give it another name on the page, or in the config under `rename`.',
    example: {
      language: 'ts',
      before: 'rename: {}',
      after: "rename: { 'okta.users.users.getUser': 'get_user_by_login' }",
    },
  }),
};
