import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { type Edit, type Finding, type Library, reconcileLibrary, SETTINGS } from '../testing/library.ts';

const CONFIG = '        requestBodyTranslate: { algorithm: naive }\n';
const LINK = 'pagination: { responseToken: { key: Link, location: header } }';
const CURSOR =
  'pagination: { requestToken: { key: genre, location: query }, responseToken: { key: next, location: body } }';
const HOST = 'host: { description: Where the library is. }';
const HOST_WITH_DEFAULT = 'host: { default: a.example, description: Where the library is. }';

function pagedBy(text: string): Edit {
  return [CONFIG, `${CONFIG}        ${text}\n`];
}

function paged(kind: 'link' | 'cursor' | 'offset' | 'page' | 'none') {
  return { client: { ...SETTINGS.client, pagination: { kind } } };
}

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  ['the same pagination', { given: { yaml: [pagedBy(LINK)], settings: paged('link') }, want: [] }],
  [
    'another pagination, told once',
    {
      given: { yaml: [pagedBy(LINK)], settings: paged('page') },
      want: [['yaml-pagination-differs', '', LINK]],
    },
  ],
  [
    'a parameter, which may be a cursor or a number',
    { given: { yaml: [pagedBy(CURSOR)], settings: paged('page') }, want: [] },
  ],
  [
    'no pagination by the config',
    {
      given: { yaml: [pagedBy(CURSOR)], settings: paged('none') },
      want: [['yaml-pagination-differs', '', CURSOR]],
    },
  ],
  [
    'another URL of a server variable',
    {
      given: {
        yaml: [],
        settings: { serverVariables: dictionary([['host', { url: 'https://{host}/api/' }]]) },
      },
      want: [['yaml-server-variable-differs', 'host', HOST]],
    },
  ],
  [
    'another default of a server variable',
    {
      given: { yaml: [[HOST, HOST_WITH_DEFAULT]] },
      want: [['yaml-server-variable-differs', 'host', HOST_WITH_DEFAULT]],
    },
  ],
  [
    'a server variable that the config lacks',
    {
      given: {
        yaml: [
          ['https://{host}/', 'https://{host}.{region}/'],
          [`      ${HOST}\n`, '      region: { default: eu }\n'],
        ],
      },
      want: [['yaml-server-variable-missing-from-config', 'region', 'region: { default: eu }']],
    },
  ],
  [
    'server variables where the config has none: the YAML is followed',
    {
      given: { yaml: [[HOST, HOST_WITH_DEFAULT]], settings: { serverVariables: dictionary() } },
      want: [['server-variable-default-missing-from-page', 'host', 'Where the library is.']],
    },
  ],
];

describe('the config beside the YAML of the provider', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });

  it('leaves server variables to the YAML where it has none', () => {
    const { model, diagnostics } = reconcileLibrary({
      yaml: [[HOST, HOST_WITH_DEFAULT]],
      settings: { serverVariables: dictionary() },
    });
    expect(model.serverVariables).toEqual([
      {
        name: 'host',
        url: 'https://{host}',
        default: 'a.example',
        env: null,
        description: 'Where the library is.',
      },
    ]);
    expect(diagnostics[0]?.message).toContain("which is that of the provider's YAML");
  });
});
