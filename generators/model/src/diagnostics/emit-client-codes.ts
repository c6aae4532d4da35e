import { define } from './define.ts';

/** What the client cannot carry as the documents have it. */
export const emitClientCodes = {
  'document-types-missing': define<{ readonly reason: string }>({
    severity: 'error',
    title: 'Types of the whole document missing',
    explanation:
      'openapi-typescript, which prints the types of the whole document for `client.http`, refuses something in it. The ' +
      'methods of the client have types of their own and are not affected; only `client.http` knows no paths.',
    fixable: false,
    message: ({ reason }) => `openapi-typescript cannot print the types of the document: ${reason}`,
    hint: () => 'Mend the spec at that place, or lay an overlay over it.',
    example: {
      language: 'yaml',
      before: 'properties:\n  tags: [string]',
      after: 'properties:\n  tags: { type: array, items: { type: string } }',
    },
  }),
  'type-name-collision': define<{
    readonly component: string;
    readonly taken: string;
    readonly given: string;
  }>({
    severity: 'info',
    title: 'Type renamed in the client',
    explanation:
      'Two components give one TypeScript name, or a component has a name that the client needs itself. The first in ' +
      'code unit order keeps the name, the others are numbered. A new component of a colliding name can so rename a type.',
    fixable: false,
    message: ({ component, taken, given }) =>
      `The type of \`${component}\` is \`${given}\` in the client, for \`${taken}\` is taken.`,
    hint: () => 'Rename the component in the spec if the name matters to the users of the client.',
    example: {
      language: 'yaml',
      before: 'schemas:\n  UserName: {}\n  user-name: {}',
      after: 'schemas:\n  UserName: {}\n  UserAlias: {}',
    },
  }),
  'body-not-sent': define<{ readonly operation: string; readonly method: string }>({
    severity: 'info',
    title: 'Request body that no client can send',
    explanation:
      'The spec gives a request body to a GET or a HEAD. `fetch` refuses such a request, proxies and servers may drop the body ' +
      '(RFC 9110 section 9.3.1), so the method of the client has no `body`.',
    fixable: false,
    message: ({ operation, method }) =>
      `The body of \`${operation}\` is left out of the client, since \`fetch\` sends none with ${method}.`,
    hint: () => 'Describe what the operation takes by query parameters, or take the body out by an overlay.',
    example: {
      language: 'yaml',
      before: 'get:\n  requestBody: { content: { application/json: { schema: { type: object } } } }',
      after: 'get:\n  parameters: [{ name: filter, in: query, schema: { type: string } }]',
    },
  }),
  'body-not-encoded': define<{ readonly operation: string; readonly mediaType: string }>({
    severity: 'info',
    title: 'Request body that the client does not encode',
    explanation:
      'The spec describes the members of a request body whose media type is neither JSON nor a form. The client knows no ' +
      'encoding for it, so the caller passes the body as text or bytes.',
    fixable: false,
    message: ({ operation, mediaType }) =>
      `The body of \`${operation}\` is \`${mediaType}\`, which the client sends as it is given.`,
    hint: () => 'Offer the operation as `application/json` too, if the server takes it.',
    example: {
      language: 'yaml',
      before: 'content:\n  application/xml: { schema: { type: object } }',
      after:
        'content:\n  application/json: { schema: { type: object } }\n  application/xml: { schema: { type: object } }',
    },
  }),
};
