import { define } from './define.ts';

/** Reading a StackQL provider's own YAML. */
export const providerYamlCodes = {
  'provider-yaml-unreadable': define<{ readonly file: string; readonly reason: string }>({
    severity: 'error',
    title: 'Provider YAML that cannot be parsed',
    explanation:
      'A file among the `providerYaml` of the config is neither JSON nor YAML 1.2, or is empty, so nothing in it can be ' +
      'relied on and nothing is generated.',
    fixable: false,
    message: ({ file, reason }) => `\`${file}\` cannot be read as a provider's YAML: ${reason}.`,
    hint: () => 'Mend the text at this place; if it ends too early, fetch the file again.',
    example: {
      language: 'yaml',
      before: 'components:\n\tx-stackQL-resources: {}\n',
      after: 'components:\n  x-stackQL-resources: {}\n',
    },
  }),
  'provider-yaml-unrelated': define<{ readonly file: string }>({
    severity: 'warning',
    title: "File that is no part of a provider's YAML",
    explanation:
      'A provider is one file with `providerServices`, and files with `components.x-stackQL-resources`. ' +
      'A file among the `providerYaml` of the config has neither, so it says nothing.',
    fixable: false,
    message: ({ file }) =>
      `\`${file}\` has neither \`providerServices\` nor \`components.x-stackQL-resources\`.`,
    hint: () => 'Take it out of `providerYaml`, or name the files that hold the resources.',
    example: {
      language: 'ts',
      before: "providerYaml: ['./provider/**/*.yaml', './openapi.yaml'],",
      after: "providerYaml: ['./provider/**/*.yaml'],",
    },
  }),
  'provider-yaml-duplicate-key': define<{ readonly key: string }>({
    severity: 'error',
    title: "Key given twice in a provider's YAML",
    explanation:
      'A mapping has the same key more than once. Parsers keep one of the values, most of them the last, ' +
      'and a resource or a method is lost without a word.',
    fixable: false,
    message: ({ key }) => `The key \`${key}\` is given twice in one mapping; the later value is taken.`,
    hint: () => 'Join the two values, rename one of them, or delete it.',
    example: {
      language: 'yaml',
      before: 'methods:\n  get_book: { … }\n  get_book: { … }\n',
      after: 'methods:\n  get_book: { … }\n  get_book_by_isbn: { … }\n',
    },
  }),
  'provider-yaml-malformed': define<{
    readonly name: string;
    readonly expected: string;
    readonly found: string;
  }>({
    severity: 'error',
    title: "Value of the wrong kind in a provider's YAML",
    explanation: 'StackQL asks for another kind of value at this place. What stands there is left out.',
    fixable: false,
    message: ({ name, expected, found }) => `\`${name}\` must be ${expected}, and is ${found}.`,
    hint: ({ expected }) => `Write ${expected}; a missing \`-\` or a wrong indentation is the usual cause.`,
    example: {
      language: 'yaml',
      before: "sqlVerbs:\n  select:\n    $ref: '#/components/x-stackQL-resources/books/methods/get_book'\n",
      after: "sqlVerbs:\n  select:\n    - $ref: '#/components/x-stackQL-resources/books/methods/get_book'\n",
    },
  }),
  'provider-yaml-resource-twice': define<{ readonly id: string }>({
    severity: 'error',
    title: "Two resources of one id in a provider's YAML",
    explanation: 'Two entries of `x-stackQL-resources` have the same id, so queries reach only one of them.',
    fixable: false,
    message: ({ id }) => `The resource \`${id}\` is there already; this one is left out.`,
    hint: () => 'Join the two, or give one of them another id.',
    example: {
      language: 'yaml',
      before: 'books: { id: acme.books.books }\nvolumes: { id: acme.books.books }\n',
      after: 'books: { id: acme.books.books }\nvolumes: { id: acme.books.volumes }\n',
    },
  }),
  'provider-yaml-operation-unreadable': define<{
    readonly method: string;
    readonly reference: string | null;
  }>({
    severity: 'error',
    title: 'Reference that names no operation',
    explanation:
      "The `operation.$ref` of a method in the provider's YAML is a JSON Pointer (RFC 6901) to an HTTP method of a path: " +
      '`#/paths/`, the path with `~1` for each `/`, and the method in lower case.',
    fixable: false,
    message: ({ method, reference }) =>
      reference === null
        ? `\`${method}\` has no \`operation.$ref\`.`
        : `The \`operation.$ref\` of \`${method}\`, \`${reference}\`, names no operation.`,
    hint: () => "Write `$ref: '#/paths/~1books~1{bookId}/get'`, with the method's own path and HTTP method.",
    example: {
      language: 'yaml',
      before: "operation:\n  $ref: '#/paths/books/get'\n",
      after: "operation:\n  $ref: '#/paths/~1books/get'\n",
    },
  }),
  'provider-yaml-verb-unknown': define<{ readonly verb: string }>({
    severity: 'warning',
    title: 'Unknown verb in `sqlVerbs`',
    explanation:
      '`sqlVerbs` has a list for each of `select`, `insert`, `update`, `replace`, `delete` and `exec`. ' +
      'The methods of any other list can only be reached by EXEC.',
    fixable: false,
    message: ({ verb }) => `\`${verb}\` is no SQL verb.`,
    hint: () => 'Write `select`, `insert`, `update`, `replace`, `delete` or `exec`.',
    example: { language: 'yaml', before: 'sqlVerbs:\n  get: []\n', after: 'sqlVerbs:\n  select: []\n' },
  }),
  'provider-yaml-verb-unresolved': define<{ readonly verb: string; readonly reference: string }>({
    severity: 'error',
    title: 'Entry of `sqlVerbs` that leads to no method',
    explanation:
      'Each entry of `sqlVerbs` refers to a method of its resource. One that leads nowhere gives the verb nothing to call.',
    fixable: false,
    message: ({ verb, reference }) =>
      reference === ''
        ? `An entry in the list of \`${verb}\` has no \`$ref\`.`
        : `\`${reference}\`, in the list of \`${verb}\`, is no method of this resource.`,
    hint: () => 'Correct the name of the method in the reference, or remove the entry.',
    example: {
      language: 'yaml',
      before: "select:\n  - $ref: '#/components/x-stackQL-resources/books/methods/get_bok'\n",
      after: "select:\n  - $ref: '#/components/x-stackQL-resources/books/methods/get_book'\n",
    },
  }),
  'provider-yaml-service-unread': define<{ readonly service: string; readonly reference: string }>({
    severity: 'warning',
    title: 'Service whose file is not given',
    explanation:
      'The provider document names a file for each of its services. One of them is not among the `providerYaml` of the ' +
      'config, so its resources are not compared.',
    fixable: false,
    message: ({ service, reference }) =>
      `The service \`${service}\` is in \`${reference}\`, which is not among the files given.`,
    hint: () => "Name it in `providerYaml`, for instance by a glob: `'./provider/**/*.yaml'`.",
    example: {
      language: 'ts',
      before: "providerYaml: ['./provider/provider.yaml'],",
      after: "providerYaml: ['./provider/provider.yaml', './provider/services/*.yaml'],",
    },
  }),
};
