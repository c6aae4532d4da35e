import { define } from './define.ts';
import { listed } from './listed.ts';

/** Rendered text of an API reference: what it does not hold, and what it leaves open. */
export const importReferenceCodes = {
  'import-kind-unknown': define<{ readonly isEmpty: boolean }>({
    severity: 'error',
    title: 'Document that is neither a provider page nor an API reference',
    explanation:
      'A provider page is known by the headers of its tables and by its overview, an API reference by its endpoints and by ' +
      'titles such as `query Parameters`. The document has nothing of either, so that nothing can be made of it.',
    fixable: false,
    message: ({ isEmpty }) =>
      isEmpty ? 'The document is empty.' : 'The document is neither a provider page nor an API reference.',
    hint: ({ isEmpty }) =>
      isEmpty
        ? 'Copy the whole page again, or save it as HTML.'
        : 'Copy the whole page again or save it as HTML; `--as page` or `--as reference` says what it is.',
    example: {
      language: 'sh',
      before: 'plumbline import notes.txt',
      after: 'plumbline import --as page tokens.txt',
    },
  }),
  'import-operations-missing': define<object>({
    severity: 'warning',
    title: 'Imported reference without operations',
    explanation:
      'Operations are known by their endpoints, `get/api/v1/users`, which ReDoc shows above the samples. The text has none, ' +
      'so that there is no path to put anything under.',
    fixable: false,
    message: () => 'The text has no endpoint, so that no operation can be written.',
    hint: () => 'Copy the column with the samples too: the method and the path stand there.',
    example: {
      language: 'md',
      before: 'Responses\n200\nSuccess',
      after: 'Responses\n200\nSuccess\n\nget/api/v1/users',
    },
  }),
  'import-operation-repeated': define<{ readonly operation: string }>({
    severity: 'warning',
    title: 'Operation that an imported reference has twice',
    explanation: 'One method and path stands twice in the text. The first is kept, the other left out.',
    fixable: false,
    message: ({ operation }) => `\`${operation}\` stands twice in the text; the first is kept.`,
    hint: () => 'Take one of the two out of the text.',
    example: { language: 'md', before: 'get/users\n\nget/users', after: 'get/users' },
  }),
  'import-fragment-partial': define<object>({
    severity: 'info',
    title: 'Fragment that holds only what a reference shows',
    explanation:
      'The text of a reference has no operationIds, no servers, no details of credentials, and often no version. None of it is made ' +
      'up: the fragment is for reading and comparing, and is no whole specification.',
    fixable: false,
    message: () =>
      'The text has no operationIds, no servers and no details of credentials: they are left out.',
    hint: () => "Use the provider's own OpenAPI document where there is one, or add them by an overlay.",
    example: {
      language: 'yaml',
      before: 'get:\n  summary: List users',
      after: 'get:\n  operationId: listUsers\n  summary: List users',
    },
  }),
  'import-path-param-undescribed': define<{ readonly name: string; readonly operation: string }>({
    severity: 'warning',
    title: 'Path parameter that an imported reference does not describe',
    explanation:
      'The path has a parameter in braces that no row of the text describes. It is written as required, which every path ' +
      'parameter is, and without a type.',
    fixable: false,
    message: ({ name, operation }) =>
      `Nothing is said of the path parameter \`${name}\` of \`${operation}\`.`,
    hint: ({ name }) => `Add the type of \`${name}\` to the fragment.`,
    example: {
      language: 'md',
      before: 'get/users/{userId}',
      after: 'path Parameters\nuserId\nrequired\nstring\n\nget/users/{userId}',
    },
  }),
  'import-responses-missing': define<{ readonly operation: string }>({
    severity: 'warning',
    title: 'Operation of an imported reference without responses',
    explanation: 'The text of the operation has no part `Responses`, or no status in it. None is written.',
    fixable: false,
    message: ({ operation }) => `The text has no responses of \`${operation}\`.`,
    hint: () => 'Copy the whole operation again, or add its responses to the fragment.',
    example: { language: 'md', before: 'get/users', after: 'Responses\n200\nSuccess\n\nget/users' },
  }),
  'import-schema-missing': define<{ readonly operation: string; readonly statuses: readonly string[] }>({
    severity: 'info',
    title: 'Response of an imported reference without a schema',
    explanation:
      'A reference shows the schema of a response only where it is unfolded. In the text there is none, so the fragment has the ' +
      'status and its meaning alone.',
    fixable: false,
    message: ({ operation, statuses }) =>
      `The text has no schema of ${listed(statuses, 'and')} of \`${operation}\`.`,
    hint: () => 'Unfold the response in the browser and copy the text again.',
    example: {
      language: 'md',
      before: '200\nSuccess',
      after: '200\nSuccess\nResponse Schema: application/json\nid\nstring',
    },
  }),
  'import-variants-missing': define<{ readonly operation: string }>({
    severity: 'info',
    title: 'Variants of a schema that an imported reference does not show',
    explanation:
      'A reference shows one variant of a schema (`One of`, `Any of`) at a time, and the others behind buttons. In the text there is ' +
      'the one that was chosen: its properties are written, and the others are not there.',
    fixable: false,
    message: ({ operation }) =>
      `The text of \`${operation}\` shows one variant of a schema; the others are not in it.`,
    hint: () => 'Choose each variant in the browser, import each text, and write the variants as `oneOf`.',
    example: { language: 'md', before: 'One of\nCat Dog\nname\nstring', after: 'name\nstring' },
  }),
  'import-security-unclear': define<{ readonly scheme: string; readonly operation: string }>({
    severity: 'info',
    title: 'Credentials of an imported reference whose kind is not told',
    explanation:
      'The reference names a security scheme and does not say what it is: a key in a header, a token, a password. A fragment ' +
      'cannot name a scheme without that, so it is left out.',
    fixable: false,
    message: ({ scheme, operation }) =>
      `The text does not say what kind of credentials \`${scheme}\` of \`${operation}\` is.`,
    hint: ({ scheme }) =>
      `Add \`${scheme}\` to \`components.securitySchemes\` and to the operation's \`security\`.`,
    example: {
      language: 'md',
      before: 'Authorizations: apiToken',
      after: 'Authorizations: HTTP Bearer: apiToken',
    },
  }),
  'import-row-unreadable': define<{ readonly text: string; readonly operation: string }>({
    severity: 'warning',
    title: 'Text among the parameters of a reference that is no row',
    explanation:
      'Above the first parameter stands text that does not begin with a name and a type, so it is no parameter that could be ' +
      'written. It is left out.',
    fixable: false,
    message: ({ text, operation }) =>
      `\`${text}\` of \`${operation}\` is no parameter with a type, and is left out.`,
    hint: () => 'Add the parameter to the fragment, if it is one.',
    example: { language: 'md', before: 'query Parameters\nlimit', after: 'query Parameters\nlimit\ninteger' },
  }),
  'import-value-unreadable': define<{
    readonly name: string;
    readonly keyword: string;
    readonly text: string;
  }>({
    severity: 'warning',
    title: 'Value of an imported reference that its type does not allow',
    explanation:
      'A default, an example, an allowed value or a pattern of the text does not fit the type that stands beside it. It is left out.',
    fixable: false,
    message: ({ name, keyword, text }) => `The ${keyword} \`${text}\` of \`${name}\` is none of its type.`,
    hint: ({ name }) => `Add it to \`${name}\` in the fragment, in the form that its type has.`,
    example: {
      language: 'md',
      before: 'limit\ninteger\nDefault: many',
      after: 'limit\ninteger\nDefault: 20',
    },
  }),
  'import-sample-unreadable': define<{ readonly of: 'request' | 'response'; readonly operation: string }>({
    severity: 'info',
    title: 'Sample of an imported reference that is no JSON',
    explanation:
      'A sample is folded, cut off, or in another form than JSON, so that it is no example that could be written. It is left out.',
    fixable: false,
    message: ({ of, operation }) => `The ${of} sample of \`${operation}\` cannot be read as JSON.`,
    hint: () => 'Unfold it (`Expand all`) and copy the text again.',
    example: { language: 'md', before: '{ … }', after: '{ "id": "oar1" }' },
  }),
  'import-sample-placed': define<{ readonly operation: string; readonly status: string }>({
    severity: 'info',
    title: 'Sample of an imported reference that says not of which response it is',
    explanation:
      'A reference shows the sample of one response, the first that has one; the tabs that name its status are not in the text. ' +
      'It is written under the first response that may have a body.',
    fixable: false,
    message: ({ operation, status }) =>
      `The response sample of \`${operation}\` bears no status; it is taken for that of ${status}.`,
    hint: () => 'Move it in the fragment, if it is that of another response.',
    example: {
      language: 'md',
      before: 'Response samples\napplication/json',
      after: 'Response samples\n403\napplication/json',
    },
  }),
};
