import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const cases: [string, { given: string; among: readonly string[]; want: string | null }][] = [
  ['a slip', { given: 'drfit', among: ['drift', 'generate'], want: 'drift' }],
  ['a missing letter', { given: 'confg', among: ['config', 'only'], want: 'config' }],
  ['the case', { given: 'Spec', among: ['spec'], want: 'spec' }],
  ['the separator', { given: 'dry_run', among: ['dry-run'], want: 'dry-run' }],
  ['a beginning', { given: 'contract', among: ['client', 'contract-tests'], want: 'contract-tests' }],
  [
    'a beginning with a slip rather than a like end',
    {
      given: 'param-mising',
      among: ['pages-missing', 'optional-param-missing-from-page', 'param-missing-from-page'],
      want: 'param-missing-from-page',
    },
  ],
  ['letters that changed places', { given: 'prot', among: ['provider', 'port'], want: 'port' }],
  ['the nearer of two', { given: 'paged', among: ['page', 'pages'], want: 'page' }],
  ['nothing near', { given: 'xyzzy', among: ['drift', 'check'], want: null }],
  ['the end of another', { given: 'nope', among: ['openapi.yaml'], want: null }],
  ['a short word', { given: 'ok', among: ['out'], want: null }],
  ['no candidates', { given: 'drift', among: [], want: null }],
];

it.each(cases)('finds the nearest name: %s', (_, { given, among, want }) => {
  expect(nearest(given, among)).toBe(want);
});
