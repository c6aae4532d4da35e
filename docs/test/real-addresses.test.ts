import { expect, it } from 'vitest';
import { type MdastNode, realAddresses } from '../site/real-addresses.ts';

const text = (value: string) => ({ type: 'text', value });
const link = (url: string, value = url) => ({ type: 'link', url, children: [text(value)] });

const cases: [string, { given: MdastNode; want: readonly MdastNode[] }][] = [
  ['an address is one', { given: link('https://a.example/b'), want: [link('https://a.example/b')] }],
  [
    'it ends where no URL goes on',
    {
      given: link('https://a.example/b">here</a'),
      want: [link('https://a.example/b'), text('">here</a')],
    },
  ],
  [
    'also one that is written without its scheme',
    {
      given: link('http://www.a.example">a</a', 'www.a.example">a</a'),
      want: [link('http://www.a.example', 'www.a.example'), text('">a</a')],
    },
  ],
  ['what is no URL is text', { given: link('https://[a', 'https://[a'), want: [text('https://[a')] }],
  ['a path is left alone', { given: link('/okta/users', 'users'), want: [link('/okta/users', 'users')] }],
];

it.each(cases)('%s', (_name, { given, want }) => {
  const tree: MdastNode = { type: 'root', children: [{ type: 'paragraph', children: [given] }] };
  realAddresses()(tree);
  expect(tree.children).toEqual([{ type: 'paragraph', children: want }]);
});
