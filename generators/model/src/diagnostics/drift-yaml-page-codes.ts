import { define } from './define.ts';
import { listed } from './listed.ts';

/** Where a provider's own YAML disagrees with its pages. */
export const driftYamlPageCodes = {
  'resource-missing-from-yaml': define<{ readonly id: string }>({
    severity: 'warning',
    title: "Documented resource that the provider's YAML lacks",
    explanation:
      "A page documents a resource that is not among the `x-stackQL-resources` of the provider's YAML, so StackQL does not " +
      'know it. It was removed or renamed there, or the page has another id.',
    fixable: false,
    message: ({ id }) => `The resource \`${id}\` is documented, but is not in the provider's YAML.`,
    hint: () => 'Remove the page, correct its id, or add the resource to the YAML.',
    example: {
      language: 'yaml',
      before: 'x-stackQL-resources: {}\n',
      after: 'x-stackQL-resources:\n  books: { id: acme.library.books, … }\n',
    },
  }),
  'resource-missing-from-pages': define<{ readonly id: string; readonly isView: boolean }>({
    severity: 'warning',
    title: "Resource of the provider's YAML that no page documents",
    explanation:
      "The provider's YAML has a resource, or a view, that StackQL offers and nobody can read about: no page has its id, and " +
      'no Fields table of its service is that of the view.',
    fixable: false,
    message: ({ id, isView }) =>
      `The ${isView ? 'view' : 'resource'} \`${id}\` of the provider's YAML is documented by no page.`,
    hint: () => 'Add a page for it, or ignore the finding with a reason.',
    example: {
      language: 'ts',
      before: 'ignore: []',
      after:
        "ignore: [{ code: 'resource-missing-from-pages', resource: 'acme.library.vw_*', reason: 'for internal use' }]",
    },
  }),
  'yaml-lacks-parameter': define<{
    readonly method: string;
    readonly names: readonly string[];
    readonly operation: string;
  }>({
    severity: 'warning',
    title: "Mended parameter that the provider's YAML does not accept yet",
    explanation:
      "`plumbline fix` has written parameters of the spec into a page that the operation in the provider's YAML does not list: " +
      'StackQL knows those of the operation alone, and not those of its path item. Until they are listed there, statements ' +
      'cannot pass what the page now tells.',
    fixable: false,
    message: ({ method, names, operation }) =>
      `\`${method}\` now lists ${listed(names, 'and')}, which \`${operation}\` of the provider's YAML does not accept yet.`,
    hint: () => "List them under the `parameters` of the operation in the provider's YAML.",
    example: {
      language: 'yaml',
      before: 'get: { operationId: getBook }\n',
      after: "get: { operationId: getBook, parameters: [{ $ref: '#/components/parameters/bookId' }] }\n",
    },
  }),
  'method-missing-from-yaml': define<{ readonly method: string; readonly id: string }>({
    severity: 'warning',
    title: "Documented method that the provider's YAML lacks",
    explanation:
      "A page documents a method that its resource does not have in the provider's YAML, so a query that needs it cannot be " +
      'answered. It was removed or renamed there.',
    fixable: false,
    message: ({ method, id }) =>
      `\`${method}\` is documented, but \`${id}\` has no such method in the provider's YAML.`,
    hint: () => 'Remove the row, correct the name, or add the method to the YAML.',
    example: {
      language: 'yaml',
      before: 'methods: {}\n',
      after: `methods:\n  get_book:\n    operation: { $ref: '#/paths/~1books~1{bookId}/get' }\n`,
    },
  }),
  'method-missing-from-pages': define<{ readonly method: string; readonly id: string }>({
    severity: 'warning',
    title: "Method of the provider's YAML that its page does not document",
    explanation:
      "The provider's YAML has a method that StackQL offers, and the page of its resource has no row for it.",
    fixable: false,
    message: ({ method, id }) =>
      `\`${method}\`, a method of \`${id}\` in the provider's YAML, is missing from the page.`,
    hint: () => 'Add a row for it to the Methods table, or ignore the finding with a reason.',
    example: {
      language: 'md',
      before: '| get_book | SELECT | bookId |',
      after: '| get_book | SELECT | bookId |\n| lend_book | EXEC | bookId, reader |',
    },
  }),
  'yaml-verb-differs': define<{
    readonly method: string;
    readonly page: string;
    readonly yaml: readonly string[];
  }>({
    severity: 'warning',
    title: "SQL verb that is not that of the provider's YAML",
    explanation:
      "The page says by which SQL verb a method is reached, and `sqlVerbs` in the provider's YAML lists it under another. " +
      'StackQL follows the YAML; a method that no list has is reached by EXEC.',
    fixable: false,
    message: ({ method, page, yaml }) =>
      `\`${method}\` is documented as \`${page}\`, but the provider's YAML makes it ${listed(yaml, 'or')}.`,
    hint: () => 'Correct the verb on the page, or move the method to the other list of `sqlVerbs`.',
    example: {
      language: 'md',
      before: '| lend_book | INSERT | bookId |',
      after: '| lend_book | EXEC | bookId |',
    },
  }),
  'yaml-operation-differs': define<{
    readonly method: string;
    readonly yaml: string;
    readonly other: string;
    readonly by: 'config' | 'operation-id' | 'description' | 'signature';
  }>({
    severity: 'warning',
    title: "Operation that is not that of the provider's YAML",
    explanation:
      "The provider's YAML names the operation of a method, and something else speaks for another one: `bind` of the config, " +
      'or the name, the description or the signature that the page gives. The config wins over the YAML, the YAML over the page.',
    fixable: false,
    message: ({ method, yaml, other, by }) =>
      `The provider's YAML has \`${method}\` call \`${yaml}\`, but ${REASONS[by]} \`${other}\`.`,
    hint: ({ by }) =>
      by === 'config'
        ? 'Correct `bind` in the config, or `operation.$ref` in the YAML.'
        : 'Correct `operation.$ref` in the YAML, or what the page says of the method.',
    example: {
      language: 'yaml',
      before: "get_book:\n  operation: { $ref: '#/paths/~1books/get' }\n",
      after: `get_book:\n  operation: { $ref: '#/paths/~1books~1{bookId}/get' }\n`,
    },
  }),
  'yaml-body-names-differ': define<{
    readonly method: string;
    readonly page: string;
    readonly yaml: string;
    readonly others: number;
  }>({
    severity: 'warning',
    title: "Body field by another name than the provider's YAML gives it",
    explanation:
      'SQL names a field of the request body by itself where `requestBodyTranslate` is `naive`, and with `data__` before it ' +
      'elsewhere. The page does it the other way, so its statements do not run.',
    fixable: false,
    message: ({ method, page, yaml, others }) =>
      `\`${method}\` lists the body field \`${page}\`${others === 0 ? '' : ` and ${others} more`}, which by the provider's YAML is called \`${yaml}\`.`,
    hint: ({ yaml }) => `Write \`${yaml}\` on the page, or change \`requestBodyTranslate\` in the YAML.`,
    example: { language: 'md', before: '`data__title`', after: '`title`' },
  }),
};

const REASONS = {
  config: '`bind` of the config says',
  'operation-id': 'its name is that of',
  description: 'its description is that of',
  signature: 'its signature on the page is that of',
};
