import { define } from './define.ts';

export interface ParamArgs {
  readonly name: string;
}

/** Paths, operations and parameters. */
export const specOperationCodes = {
  'path-param-not-required': define<ParamArgs>({
    severity: 'warning',
    title: 'Path parameter without `required: true`',
    explanation:
      'A URL cannot be built without its path parameters, and the specification demands `required: true` of them. ' +
      'The parameter is taken as required; the types that openapi-typescript makes of the document call it optional.',
    fixable: false,
    message: ({ name }) => `The path parameter \`${name}\` is not marked \`required: true\`.`,
    hint: () => 'Add `required: true`.',
    example: {
      language: 'yaml',
      before: '- name: userId\n  in: path\n',
      after: '- name: userId\n  in: path\n  required: true\n',
    },
  }),
  'path-param-undeclared': define<
    ParamArgs & {
      readonly operation: string;
      /** A path parameter that differs in case and punctuation alone. */
      readonly similar: string | null;
    }
  >({
    severity: 'error',
    title: 'Path variable without a parameter',
    explanation:
      'The path has a variable that no parameter of the operation or of its path item declares, ' +
      'so a caller has no way to fill it and the request cannot be sent.',
    fixable: false,
    message: ({ name, operation, similar }) =>
      similar === null
        ? `\`${operation}\` declares no path parameter \`${name}\`.`
        : `\`${operation}\` declares the path parameter \`${similar}\`, and its path has \`{${name}}\`.`,
    hint: ({ name, similar }) =>
      similar === null
        ? `Declare \`${name}\` with \`in: path\` and \`required: true\`.`
        : `Name both \`${name}\`.`,
    example: {
      language: 'yaml',
      before: '/users/{id}:\n  get: {}\n',
      after:
        '/users/{id}:\n  parameters:\n    - { name: id, in: path, required: true, schema: { type: string } }\n  get: {}\n',
    },
  }),
  'header-param-required': define<ParamArgs>({
    severity: 'info',
    title: 'Header that is set anyway, required as a parameter',
    explanation:
      'Media types tell what `Accept` and `Content-Type` hold, security schemes what `Authorization` holds: of parameters called ' +
      'so the specification says that they are ignored. `Content-Length`, `Host` and the like are written by what sends the ' +
      'request. Callers need give none of them. The first of each name is told.',
    fixable: false,
    message: ({ name }) =>
      `The header \`${name}\` is required as a parameter, although nobody needs to give it.`,
    hint: ({ name }) =>
      name.toLowerCase() === 'authorization'
        ? 'Declare a security scheme, and take the parameter away.'
        : 'Name the media types under `content`, and take the parameter away.',
    example: {
      language: 'yaml',
      before:
        'parameters:\n  - { name: Authorization, in: header, required: true, schema: { type: string } }\n',
      after: 'security:\n  - token: []\n',
    },
  }),
  'path-param-unused': define<ParamArgs & { readonly path: string }>({
    severity: 'warning',
    title: 'Path parameter that the path lacks',
    explanation:
      'A parameter says that it stands in the path, but the path has no such variable. Callers must give a value ' +
      'that is never sent.',
    fixable: false,
    message: ({ name, path }) => `\`${path}\` has no variable for the path parameter \`${name}\`.`,
    hint: ({ name }) => `Add \`{${name}}\` to the path, or take the parameter away.`,
    example: {
      language: 'yaml',
      before: '/users/{id}:\n  parameters:\n    - { name: userId, in: path }\n',
      after: '/users/{userId}:\n  parameters:\n    - { name: userId, in: path }\n',
    },
  }),
  'path-item-member-unknown': define<ParamArgs & { readonly path: string }>({
    severity: 'warning',
    title: 'Unknown member of a path item',
    explanation:
      'A path item holds operations under the names of HTTP methods in lower case. ' +
      'Anything else, such as `Get`, is not an operation, and is left out.',
    fixable: false,
    message: ({ name, path }) => `\`${name}\` of \`${path}\` is no HTTP method, and is left out.`,
    hint: () => 'Write the method in lower case, or start the name with `x-`.',
    example: { language: 'yaml', before: '/users:\n  Get: {}\n', after: '/users:\n  get: {}\n' },
  }),
  'paths-equal': define<{ readonly path: string; readonly other: string }>({
    severity: 'warning',
    title: 'Paths that differ in variable names only',
    explanation:
      'Two paths match the same URLs, so that a server, a mock or a router cannot tell them apart. ' +
      'The specification calls them identical and forbids it.',
    fixable: false,
    message: ({ path, other }) => `\`${path}\` and \`${other}\` match the same URLs.`,
    hint: () => 'Join them into one path item.',
    example: {
      language: 'yaml',
      before: '/users/{id}:\n  get: {}\n/users/{userId}:\n  delete: {}\n',
      after: '/users/{userId}:\n  get: {}\n  delete: {}\n',
    },
  }),
  'path-with-query': define<{ readonly path: string; readonly query: string }>({
    severity: 'warning',
    title: 'Path with a query',
    explanation:
      'A path of the specification is a path alone: what stands after its `?` is no part of any, and routers, mocks and ' +
      'documentation leave it out or never match it. It is taken as the query that each request begins with.',
    fixable: false,
    message: ({ path, query }) => `The path \`${path}\` has the query \`${query}\`.`,
    hint: () => 'Declare its parts as query parameters, and join operations that differ in them alone.',
    example: {
      language: 'yaml',
      before: '/trees?dead=true:\n  delete: {}\n',
      after:
        '/trees:\n  delete:\n    parameters:\n      - { name: dead, in: query, required: true, schema: { type: boolean } }\n',
    },
  }),
  'operation-duplicate': define<{ readonly operation: string }>({
    severity: 'warning',
    title: 'Operation in two files',
    explanation:
      'Two files of one spec describe the same method of the same path. The first file, by name, is taken.',
    fixable: false,
    message: ({ operation }) => `\`${operation}\` is described twice; this one is left out.`,
    hint: () => 'Delete one of the two descriptions.',
    example: {
      language: 'yaml',
      before: '# users.yaml and people.yaml\n/users:\n  get: {}\n',
      after: '# users.yaml alone\n/users:\n  get: {}\n',
    },
  }),
  'operation-id-duplicate': define<{
    readonly operationId: string;
    readonly operation: string;
    readonly other: string;
  }>({
    severity: 'error',
    title: '`operationId` used twice',
    explanation:
      'Two operations share an operationId, which must be unique. Generators name functions and types after it, ' +
      'so that one operation hides the other.',
    fixable: false,
    message: ({ operationId, operation, other }) =>
      `\`${operation}\` and \`${other}\` have the same operationId \`${operationId}\`.`,
    hint: () => 'Give one of them another operationId.',
    example: {
      language: 'yaml',
      before: 'get:\n  operationId: getUser\ndelete:\n  operationId: getUser\n',
      after: 'get:\n  operationId: getUser\ndelete:\n  operationId: deleteUser\n',
    },
  }),
  'param-duplicate': define<ParamArgs & { readonly in: string }>({
    severity: 'error',
    title: 'Parameter given twice',
    explanation:
      'One list of parameters has the same name in the same place twice. The first is taken. ' +
      '(An operation may override a parameter of its path item; that is no duplicate.)',
    fixable: false,
    message: ({ name, in: place }) =>
      `The ${place} parameter \`${name}\` is given twice; the first is taken.`,
    hint: () => 'Delete one of the two.',
    example: {
      language: 'yaml',
      before: '- { name: limit, in: query }\n- { name: limit, in: query }\n',
      after: '- { name: limit, in: query }\n',
    },
  }),
  'param-place-unknown': define<ParamArgs & { readonly in: string }>({
    severity: 'error',
    title: 'Parameter in an unknown place',
    explanation:
      'A parameter stands in the `path`, the `query`, a `header` or a `cookie`. `body` and `formData` are of ' +
      'Swagger 2.0. The parameter is left out.',
    fixable: false,
    message: ({ name, in: place }) =>
      `The parameter \`${name}\` is in \`${place}\`, which is no place for parameters.`,
    hint: () => 'Write `path`, `query`, `header` or `cookie`; a body belongs under `requestBody`.',
    example: {
      language: 'yaml',
      before: '- name: user\n  in: body\n',
      after: 'requestBody:\n  content: {}\n',
    },
  }),
  'param-beside-body': define<{ readonly name: string; readonly body: string }>({
    severity: 'error',
    title: 'Parameter beside a body',
    explanation:
      'In Swagger 2.0 an operation has one parameter `in: body`, or fields of a form (`in: formData`), which make up the body. ' +
      'A request has but one body, so where an operation has both, or two bodies, the first body is taken.',
    fixable: false,
    message: ({ name, body }) => `The parameter \`${name}\` is left out, since the body is \`${body}\`.`,
    hint: () => 'Make all of them fields of the form, or properties of the one body.',
    example: {
      language: 'yaml',
      before:
        '- { name: user, in: body, schema: { type: object } }\n- { name: photo, in: formData, type: file }\n',
      after: '- { name: name, in: formData, type: string }\n- { name: photo, in: formData, type: file }\n',
    },
  }),
  'param-without-schema': define<ParamArgs>({
    severity: 'warning',
    title: 'Parameter without a schema',
    explanation:
      'A parameter has neither `schema` nor `content`, so that any value is allowed. Swagger 2.0 wrote `type` ' +
      'beside the name, which means nothing in OpenAPI 3.',
    fixable: false,
    message: ({ name }) => `The parameter \`${name}\` has neither \`schema\` nor \`content\`.`,
    hint: () => 'Add a `schema`.',
    example: {
      language: 'yaml',
      before: '- name: limit\n  in: query\n  type: integer\n',
      after: '- name: limit\n  in: query\n  schema:\n    type: integer\n',
    },
  }),
  'responses-missing': define<{ readonly operation: string }>({
    severity: 'warning',
    title: 'Operation without responses',
    explanation: 'The operation declares no response, so that nothing is known of what it answers.',
    fixable: false,
    message: ({ operation }) => `\`${operation}\` declares no response.`,
    hint: () => 'Add at least the response of success.',
    example: {
      language: 'yaml',
      before: 'delete:\n  operationId: deleteUser\n',
      after: "delete:\n  operationId: deleteUser\n  responses:\n    '204':\n      description: No content\n",
    },
  }),
};
