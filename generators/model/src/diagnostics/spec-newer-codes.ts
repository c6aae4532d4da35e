import { define } from './define.ts';

export interface OperationArgs {
  readonly operation: string;
}

/** Parts of OpenAPI 3.2 that the outputs cannot carry whole. */
export const specNewerCodes = {
  'operation-untyped': define<OperationArgs>({
    severity: 'warning',
    title: 'Operation that the emitted types lack',
    explanation:
      'OpenAPI 3.2 has operations of the method `QUERY`. They are documented and bound like all others, but ' +
      'openapi-typescript does not know the method, so the emitted path types lack them.',
    fixable: false,
    message: ({ operation }) => `\`${operation}\` is missing from the emitted types of paths.`,
    hint: () => 'Offer the same operation as `POST` for clients that are typed by path.',
    example: { language: 'yaml', before: '/books:\n  query: {}\n', after: '/books:\n  post: {}\n' },
  }),
  'operation-method-unsupported': define<{ readonly method: string; readonly path: string }>({
    severity: 'warning',
    title: 'Operation of a method of its own',
    explanation:
      'OpenAPI 3.2 allows any HTTP method under `additionalOperations`. Clients, pages and tests know the standard methods ' +
      'alone, so the operation is left out.',
    fixable: false,
    message: ({ method, path }) =>
      `\`${method} ${path}\` is left out: its method is none of the standard ones.`,
    hint: () => 'Describe it under a standard method where the server allows that.',
    example: {
      language: 'yaml',
      before: '/books:\n  additionalOperations:\n    COPY: {}\n',
      after: '/books/copies:\n  post: {}\n',
    },
  }),
  'param-querystring-unsupported': define<{ readonly name: string }>({
    severity: 'warning',
    title: 'Query string as one parameter',
    explanation:
      'OpenAPI 3.2 can describe the whole query string as one parameter, `in: querystring`. Clients, pages and tests know ' +
      'parameters by their names, so it is left out.',
    fixable: false,
    message: ({ name }) => `The parameter \`${name}\` stands for the whole query string, and is left out.`,
    hint: () => 'Describe the parameters of the query one by one, with `in: query`.',
    example: {
      language: 'yaml',
      before: '- name: filter\n  in: querystring\n  content: {}\n',
      after: '- name: title\n  in: query\n  schema: { type: string }\n',
    },
  }),
  'param-style-unsupported': define<{ readonly name: string; readonly style: string }>({
    severity: 'warning',
    title: 'Cookie that is written in another style',
    explanation:
      'OpenAPI 3.2 has the style `cookie`, in which a value is sent as it is. Clients and tests write cookies in the style ' +
      '`form`, which encodes blanks, commas and other signs by percent.',
    fixable: false,
    message: ({ name, style }) =>
      `The parameter \`${name}\` is written in the style \`form\`, not in \`${style}\`.`,
    hint: () =>
      'Write `style: form` if the server decodes percents; else give callers values that need no encoding.',
    example: {
      language: 'yaml',
      before: '- { name: session, in: cookie, style: cookie, schema: { type: string } }\n',
      after: '- { name: session, in: cookie, schema: { type: string } }\n',
    },
  }),
  'discriminator-default-ignored': define<{ readonly target: string }>({
    severity: 'warning',
    title: 'Default of a discriminator',
    explanation:
      'OpenAPI 3.2 can name the schema of values whose discriminating property is missing or unknown, by `defaultMapping`. ' +
      'One of `oneOf` or `anyOf` is emitted as such. Where the schemas build on a base by `allOf`, types know the values that ' +
      '`mapping` gives, and the default adds none.',
    fixable: false,
    message: ({ target }) => `The default \`${target}\` of the discriminator is not among the emitted types.`,
    hint: () => 'List the values that stand for the default under `mapping`.',
    example: {
      language: 'yaml',
      before: 'discriminator:\n  propertyName: kind\n  defaultMapping: Book\n',
      after: 'discriminator:\n  propertyName: kind\n  mapping: { book: Book }\n',
    },
  }),
  'encoding-ignored': define<{ readonly name: string; readonly mediaType: string }>({
    severity: 'warning',
    title: 'Encoding of parts by their position',
    explanation:
      'OpenAPI 3.2 can say how each part of a `multipart` body is written by its position (`prefixEncoding`, `itemEncoding`), and ' +
      'how parts of parts are (`encoding` of an encoding). Clients write parts by the names of properties, one level deep, so ' +
      'that the parts have the media types that follow from their schemas.',
    fixable: false,
    message: ({ name, mediaType }) => `\`${name}\` of \`${mediaType}\` is left out.`,
    hint: () => 'Describe the parts as properties of an object, with `encoding` by their names.',
    example: {
      language: 'yaml',
      before: 'multipart/mixed:\n  itemEncoding: { contentType: image/png }\n',
      after: 'multipart/form-data:\n  encoding:\n    cover: { contentType: image/png }\n',
    },
  }),
  'tag-parent-ignored': define<{ readonly tag: string; readonly parent: string }>({
    severity: 'info',
    title: 'Tag within another',
    explanation:
      'OpenAPI 3.2 can put tags in one another by `parent`. A tag is the service of its operations in the client and in the docs, ' +
      'where services stand side by side. Told once, of the first tag that has a parent.',
    fixable: false,
    message: ({ tag, parent }) => `The tag \`${tag}\` stands beside its parent \`${parent}\`, not in it.`,
    hint: () => 'Nothing is to be done, unless operations belong to the parent: then tag them so.',
    example: {
      language: 'yaml',
      before: 'tags:\n  - name: books\n  - { name: novels, parent: books }\n',
      after: 'tags:\n  - name: books\n  - name: novels\n',
    },
  }),
  'self-not-followed': define<{ readonly self: string }>({
    severity: 'info',
    title: 'Address of the document itself',
    explanation:
      'OpenAPI 3.2 can give a document an address, `$self`, that relative references start from. References to that very ' +
      'address lead to the document; all others start from where the file lies, so that nothing is fetched unasked.',
    fixable: false,
    message: ({ self }) => `References start from the file, not from \`${self}\`.`,
    hint: () => 'Lay the files out as the addresses are; then both ways lead to the same.',
    example: {
      language: 'yaml',
      before: 'openapi: 3.2.0\n$self: https://example.org/v2/openapi.yaml\n',
      after: 'openapi: 3.2.0\n',
    },
  }),
  'item-schema-listed': define<{ readonly mediaType: string }>({
    severity: 'info',
    title: 'Stream that is emitted as a list',
    explanation:
      'OpenAPI 3.2 describes the items of a stream (`application/jsonl`, `text/event-stream`) by `itemSchema`. The whole ' +
      'stream is a list of such items, and is emitted as one.',
    fixable: false,
    message: ({ mediaType }) => `The items of \`${mediaType}\` are emitted as a list.`,
    hint: () => 'Nothing is to be done, unless callers need the items one by one.',
    example: {
      language: 'yaml',
      before: 'application/jsonl:\n  itemSchema: { type: object }\n',
      after: 'application/json:\n  schema: { type: array, items: { type: object } }\n',
    },
  }),
};
