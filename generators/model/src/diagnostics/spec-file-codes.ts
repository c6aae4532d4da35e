import { define } from './define.ts';

/** Files that cannot be read, and what is wrong with a file as a whole. */
export const specFileCodes = {
  'spec-syntax': define<{ readonly file: string; readonly reason: string }>({
    severity: 'error',
    title: 'Spec that cannot be parsed',
    explanation:
      'The text is neither JSON nor YAML 1.2, so nothing in it can be relied on and nothing is generated. ' +
      'A download that was cut off, tabs used for indentation and unbalanced quotes are the usual causes.',
    fixable: false,
    message: ({ file, reason }) => `\`${file}\` cannot be parsed: ${reason}.`,
    hint: () => 'Mend the text at this place; if it ends too early, fetch the file again.',
    example: {
      language: 'yaml',
      before: 'info:\n  title: "Users API\n',
      after: 'info:\n  title: "Users API"\n',
    },
  }),
  'spec-empty': define<{ readonly file: string }>({
    severity: 'error',
    title: 'Empty spec',
    explanation: 'The file holds no document: it is empty, or has comments only.',
    fixable: false,
    message: ({ file }) => `\`${file}\` holds no document.`,
    hint: () => 'Name the file that holds the OpenAPI document, or fetch it again.',
    example: { language: 'yaml', before: '# to be written\n', after: 'openapi: 3.1.0\n' },
  }),
  'spec-too-complex': define<{ readonly file: string; readonly reason: string }>({
    severity: 'error',
    title: 'Spec beyond the limits',
    explanation:
      'YAML aliases can blow a few lines up to billions of values, or make a document contain itself. ' +
      'Such a document, one that is nested a thousand levels deep, and one whose schemas are made of one another through ' +
      'hundreds of references are refused before they can exhaust the machine.',
    fixable: false,
    message: ({ file, reason }) => `\`${file}\` is refused: ${reason}.`,
    hint: () =>
      'Move what is repeated or nested to `components`, refer to it by `$ref`, and compose it of few others.',
    example: {
      language: 'yaml',
      before: 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n',
      after: "$ref: '#/components/schemas/A'\n",
    },
  }),
  'spec-not-openapi': define<{ readonly file: string }>({
    severity: 'error',
    title: 'Not an OpenAPI document',
    explanation:
      'An OpenAPI document is a mapping whose key `openapi` names the version of the specification. ' +
      'Other YAML and JSON files that a glob happens to match end up here.',
    fixable: false,
    message: ({ file }) => `\`${file}\` is no OpenAPI document: it has no \`openapi\` key.`,
    hint: () => 'Add `openapi: 3.1.0`, or take the file out of the list of specs.',
    example: {
      language: 'yaml',
      before: 'info:\n  title: Users\n',
      after: 'openapi: 3.1.0\ninfo:\n  title: Users\n',
    },
  }),
  'spec-version-unsupported': define<{ readonly file: string; readonly version: string }>({
    severity: 'error',
    title: 'Unsupported version of the specification',
    explanation:
      'Swagger 2.0 and OpenAPI 3.0 to 3.2 are read. Earlier versions are laid out in another way, ' +
      'and later ones have parts that would be lost.',
    fixable: false,
    message: ({ file, version }) => `\`${file}\` is written in the unsupported version \`${version}\`.`,
    hint: () => 'Convert it to OpenAPI 3.0 or 3.1.',
    example: { language: 'yaml', before: 'openapi: 4.0.0\n', after: 'openapi: 3.1.0\n' },
  }),
  'spec-upgrade-failed': define<{ readonly file: string; readonly reason: string }>({
    severity: 'error',
    title: 'Swagger 2.0 document that cannot be upgraded',
    explanation:
      'A document of Swagger 2.0 is upgraded to OpenAPI 3.0 before it is read. What it says breaks the rules of ' +
      '2.0 in a way that the upgrade cannot work around, so nothing is generated.',
    fixable: false,
    message: ({ file, reason }) => `\`${file}\` cannot be upgraded to OpenAPI 3.0: ${reason}.`,
    hint: () => 'Validate it as Swagger 2.0 and mend what is wrong, or convert it to OpenAPI 3 yourself.',
    example: {
      language: 'yaml',
      before: "swagger: '2.0'\nschemes: [[https]]\n",
      after: "swagger: '2.0'\nschemes: [https]\n",
    },
  }),
  'spec-duplicate-key': define<{ readonly key: string }>({
    severity: 'error',
    title: 'Key given twice',
    explanation:
      'A mapping has the same key more than once. Parsers keep one of the values, most of them the last, ' +
      'and the others are lost without a word.',
    fixable: false,
    message: ({ key }) => `The key \`${key}\` is given twice in one mapping; the later value is taken.`,
    hint: () => 'Join the two values, or delete one of them.',
    example: {
      language: 'yaml',
      before: 'get:\n  summary: List users\n  summary: Lists all users\n',
      after: 'get:\n  summary: Lists all users\n',
    },
  }),
  'spec-malformed': define<{ readonly name: string; readonly expected: string; readonly found: string }>({
    severity: 'error',
    title: 'Value of the wrong kind',
    explanation:
      'The OpenAPI Specification asks for another kind of value at this place. What stands there is left out, ' +
      'so the client, the pages and the tests lack it.',
    fixable: false,
    message: ({ name, expected, found }) => `\`${name}\` must be ${expected}, and is ${found}.`,
    hint: ({ expected }) => `Write ${expected}; a missing \`-\` or a wrong indentation is the usual cause.`,
    example: {
      language: 'yaml',
      before: 'parameters:\n  name: limit\n  in: query\n',
      after: 'parameters:\n  - name: limit\n    in: query\n',
    },
  }),
  'component-renamed': define<{
    readonly section: string;
    readonly name: string;
    readonly finalName: string;
    readonly holder: string;
  }>({
    severity: 'info',
    title: 'Component renamed while merging',
    explanation:
      'Two files of one spec have different components of the same name. The first file keeps the name, ' +
      'the other component is emitted under a name made of its own and of its file.',
    fixable: false,
    message: ({ section, name, finalName, holder }) =>
      `\`components.${section}.${name}\` differs from the one in \`${holder}\`, and is named \`${finalName}\`.`,
    hint: ({ name }) => `Make both \`${name}\` equal, or rename one of them.`,
    example: {
      language: 'yaml',
      before: 'components:\n  schemas:\n    Error: { type: string }\n',
      after: 'components:\n  schemas:\n    TextError: { type: string }\n',
    },
  }),
};
