import { describe, expect, it } from 'vitest';
import { marked } from '../testing/marked.ts';
import { codeOf, panesOf, proseItemsOf, tablesOf } from './panes.ts';

/** Each pane: its tab's value and label, then prose, tables and code in their order by kind. */
function shown(given: string): readonly unknown[] {
  const page = { ...marked(given), report: () => {} };
  return panesOf(page, page.all).map((pane) => [
    pane.tab === null ? null : `${pane.tab.value.value}/${pane.tab.label?.value ?? ''}`,
    ...proseItemsOf(pane).map(({ start, end }) => given.slice(start, end)),
    ...tablesOf(pane).map(
      ({ item, above }) =>
        `${item.table.kind} under ${above === null ? 'nothing' : given.slice(above.start, above.end)}`,
    ),
    ...codeOf(pane).map(({ item }) => `${item.language}: ${item.code.text}`),
  ]);
}

const cases: [string, { given: string; want: readonly unknown[] }][] = [
  ['nothing', { given: '\n\n', want: [] }],
  ['prose and code', { given: 'a\n\n```SQL\nb\n```\n\nc', want: [[null, 'a', 'c', 'sql: b']] }],
  [
    'tabs, and what is around them',
    {
      given:
        'a\n<Tabs\n    values={[\n        { label: \'B b\', value: \'b\', },\n    ]\n}>\n<TabItem value="b">\n\nc\n</TabItem><TabItem value="d" label="D">e</TabItem></Tabs>\nf',
      want: [
        [null, 'a'],
        ['b/B b', 'c'],
        ['d/D', 'e'],
        [null, 'f'],
      ],
    },
  ],
  [
    'tables of both kinds',
    {
      given: 'a\n\n<table></table>\nb\n| Name |\n|---|\n| c |\n',
      want: [[null, 'a', 'b', 'html under a', 'pipe under b']],
    },
  ],
  [
    'a code block',
    {
      given: '<TabItem value="a">\n\n<CodeBlock language="yaml">{`b: \\`c\\``}</CodeBlock>\n</TabItem>',
      want: [['a/', 'yaml: b: `c`']],
    },
  ],
  ['an empty tab', { given: '<TabItem value="a"></TabItem>', want: [['a/']] }],
  ['a tab without a value', { given: '<TabItem>a</TabItem>', want: [[null, 'a']] }],
  [
    'labels with quotes and braces',
    {
      given: `<Tabs values={[{ value: "a", label: 'it\\'s {a}' }]}><TabItem value="a"></TabItem></Tabs>`,
      want: [["a/it's {a}"]],
    },
  ],
];

describe('panesOf', () => {
  it.each(cases)('splits %s', (_name, { given, want }) => {
    expect(shown(given)).toEqual(want);
  });
});
