import { describe, expect, test } from 'vitest';
import { OK, operationOf } from '../testing.ts';

describe('servers', () => {
  const url = (at: string): string => `servers: [{ url: 'https://${at}.example' }]`;
  test.each<[string, { root: string; item: string; own: string; want: string }]>([
    ["the operation's", { root: url('a'), item: url('b'), own: url('c'), want: 'https://c.example' }],
    ["else the path item's", { root: url('a'), item: url('b'), own: '', want: 'https://b.example' }],
    ["else the document's", { root: url('a'), item: '', own: '', want: 'https://a.example' }],
    ['else the root of wherever the document is', { root: '', item: '', own: '', want: '/' }],
    ['an empty list is none', { root: url('a'), item: 'servers: []', own: '', want: 'https://a.example' }],
  ])('%s', (_name, { root, item, own, want }) => {
    const { servers } = operationOf(
      `${root}\npaths:\n  /a:\n    ${item}\n    get:\n      ${own}\n      ${OK}\n`,
    );
    expect(servers.map((server) => server.url)).toEqual([want]);
  });

  test('with variables', () => {
    const { servers } = operationOf(`
servers:
  - url: https://{tenant}.example
    description: Each tenant's own
    variables: { tenant: { default: acme, enum: [acme, 7], description: Who } }
paths: { /a: { get: { ${OK} } } }
`);
    expect(servers).toEqual([
      {
        url: 'https://{tenant}.example',
        description: "Each tenant's own",
        variables: [{ name: 'tenant', default: 'acme', enum: ['acme', '7'], description: 'Who' }],
        origin: { file: 'spec.yaml', pointer: '/servers/0' },
      },
    ]);
  });
});
