import { describe, expect, it } from 'vitest';
import { planRegion, type RegionPlan } from './region.ts';

const wanted = { file: 'README.md', name: 'services', content: 'one\ntwo\n' };
const HASH = 'c3f9c8c283a2b1f2';
const readme = (begin: string, content: string) =>
  `# A\n\n${begin}\n${content}<!-- plumbline:end services -->\nMine.\n`;
const filled = readme(`<!-- plumbline:begin services ${HASH} -->`, wanted.content);

const rows: [string, { given: string; want: RegionPlan }][] = [
  ['without marks is none', { given: '# A\n', want: { kind: 'absent' } }],
  ['without an end is none', { given: '<!-- plumbline:begin services -->\n', want: { kind: 'absent' } }],
  [
    'of another name is none',
    {
      given: '<!-- plumbline:begin servicesX -->\n<!-- plumbline:end services -->\n',
      want: { kind: 'absent' },
    },
  ],
  [
    'whose marks are told of within a line is none',
    {
      given: '`<!-- plumbline:begin services -->`\n`<!-- plumbline:end services -->`\n',
      want: { kind: 'absent' },
    },
  ],
  [
    'that is new is filled',
    { given: readme('<!-- plumbline:begin services -->', ''), want: { kind: 'outdated', text: filled } },
  ],
  [
    'that is new and holds something is kept',
    {
      given: readme('<!-- plumbline:begin services -->', 'one\nmine\n'),
      want: { kind: 'edited', line: 5, column: 1 },
    },
  ],
  ['as it shall be is left', { given: filled, want: { kind: 'unchanged' } }],
  [
    'with the line ends of Windows is left',
    { given: filled.replaceAll('\n', '\r\n'), want: { kind: 'unchanged' } },
  ],
  [
    'that was generated and is no longer right is written anew',
    {
      given: readme('<!-- plumbline:begin services 2c8b08da5ce60398 -->', 'one\n'),
      want: { kind: 'outdated', text: filled },
    },
  ],
  [
    'that was edited is kept',
    {
      given: readme('<!-- plumbline:begin services 2c8b08da5ce60398 -->', 'one!\n'),
      want: { kind: 'edited', line: 4, column: 4 },
    },
  ],
];

describe('a region of a handwritten file', () => {
  it.each(rows)('%s', (_name, { given, want }) => expect(planRegion(given, wanted)).toEqual(want));
});
