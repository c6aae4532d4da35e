import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { type Finding, type Library, reconcileLibrary } from '../testing/library.ts';

const TEXT = 'Where the library is.';
const settings = { serverVariables: dictionary([['host', { url: 'https://{host}', default: 'a.example' }]]) };

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'the default of the config',
    { given: { settings, page: [[TEXT, `${TEXT} (default: a.example)`]] }, want: [] },
  ],
  [
    'the default of the config, in backticks',
    { given: { settings, page: [[TEXT, `${TEXT} (default: \`a.example\`)`]] }, want: [] },
  ],
  [
    'the default of the config, in prose',
    { given: { settings, page: [[TEXT, `${TEXT} By default a.example.`]] }, want: [] },
  ],
  [
    'no default, told once for all methods of the page',
    { given: { settings }, want: [['server-variable-default-missing-from-page', 'host', TEXT]] },
  ],
  [
    'no description',
    {
      given: { settings, page: [[TEXT, '']] },
      want: [['server-variable-default-missing-from-page', 'host', '<CopyableCode code="host" />']],
    },
  ],
  [
    'another default',
    {
      given: { settings, page: [[TEXT, `${TEXT} (default: b.example)`]] },
      want: [['server-variable-default-differs', 'host', `${TEXT} (default: b.example)`]],
    },
  ],
  [
    'a default that the config does not have',
    {
      given: { page: [[TEXT, `${TEXT} (default: b.example)`]] },
      want: [['server-variable-default-differs', 'host', `${TEXT} (default: b.example)`]],
    },
  ],
  [
    'another type',
    {
      given: {
        page: [
          [
            '<CopyableCode code="host" /></td>\n    <td><code>string</code>',
            '<CopyableCode code="host" /></td>\n    <td><code>integer</code>',
          ],
        ],
      },
      want: [['server-variable-type-differs', 'host', 'integer']],
    },
  ],
];

describe('the row of a mapped server variable', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
