import { describe, expect, test } from 'vitest';
import { bare, OK, operationOf, readSpec } from '../testing.ts';

describe('security', () => {
  const schemes = `
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key, description: A key }
    oauth:
      type: oauth2
      flows:
        clientCredentials: { tokenUrl: /token, scopes: { read: Reads, write: Writes } }
        x-flow: {}
    basic: { type: http, scheme: Basic }
    alias: { $ref: '#/components/securitySchemes/basic' }
    odd: { type: magic }
`;
  test.each<[string, { root: string; own: string; want: unknown }]>([
    ['none is said', { root: '', own: '', want: [] }],
    [
      "the document's",
      { root: 'security: [{ key: [] }]', own: '', want: [{ schemes: [{ name: 'key', scopes: [] }] }] },
    ],
    [
      "the operation's, with scopes",
      {
        root: 'security: [{ key: [] }]',
        own: 'security: [{ oauth: [read] }, { key: [], basic: [] }]',
        want: [
          { schemes: [{ name: 'oauth', scopes: ['read'] }] },
          {
            schemes: [
              { name: 'key', scopes: [] },
              { name: 'basic', scopes: [] },
            ],
          },
        ],
      },
    ],
    ['an operation that needs none', { root: 'security: [{ key: [] }]', own: 'security: []', want: [] }],
    [
      'an operation that may go without',
      {
        root: '',
        own: 'security: [{}, { key: [] }]',
        want: [{ schemes: [] }, { schemes: [{ name: 'key', scopes: [] }] }],
      },
    ],
  ])('%s', (_name, { root, own, want }) => {
    const { security } = operationOf(
      `${root}\npaths:\n  /a:\n    get:\n      ${own}\n      ${OK}\n${schemes}`,
    );
    expect(security).toEqual(want);
  });

  test('schemes', () => {
    const { securitySchemes } = readSpec(
      `openapi: 3.1.0\ninfo: { title: Library, version: '1' }\npaths: {}\n${schemes}`,
    );
    expect(bare(securitySchemes)).toEqual([
      { name: 'key', type: 'apiKey', description: 'A key', in: 'header', parameterName: 'X-Key' },
      {
        name: 'oauth',
        type: 'oauth2',
        description: '',
        flows: { clientCredentials: { tokenUrl: '/token', scopes: { read: 'Reads', write: 'Writes' } } },
      },
      { name: 'basic', type: 'http', description: '', scheme: 'basic' },
      { name: 'alias', type: 'http', description: '', scheme: 'basic' },
    ]);
  });
});
