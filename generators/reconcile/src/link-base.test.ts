import { describe, expect, it } from 'vitest';
import { type Library, reconcileLibrary } from './testing/library.ts';

/** What the spec says of two fields, and the page after it; and what it says of one that the page has no word on. */
const library = (...addresses: readonly string[]): Library => ({
  spec: [
    ['description: When it came.', 'description: "See [arrivals](/guides/in)."'],
    ['description: Where it is.', 'description: "See [states](/guides/out)."'],
    [
      'description: Who takes it.',
      'description: "See [readers](/guides/readers/#new) and [the start](#start)."',
    ],
  ],
  page: [],
  pages: {
    'links.md': `# links\n\n## Overview\n<table><tbody>\n<tr><td><b>Id</b></td><td><code>acme.books.links</code></td></tr>\n</tbody></table>\n\n## Fields\n| Name | Datatype | Description |\n|:-----|:---------|:------------|\n${addresses.map((address, i) => `| \`f${i}\` | \`string\` | See [it](${address}). |\n`).join('')}`,
  },
});

const readerOf = (given: Library): string | undefined => {
  const { model } = reconcileLibrary(given);
  const methods = model.services.flatMap(({ resources }) => resources.flatMap((one) => one.methods));
  return methods.find(({ name }) => name === 'lend_book')?.body?.fields[0]?.description;
};

const RAW = 'See [readers](/guides/readers/#new) and [the start](#start).';
const SITE = 'https://docs.example/api';

describe('links of the spec that name no site', () => {
  it.each<[string, { given: readonly string[]; want: string }]>([
    [
      'lead from where those lead that pages have in full',
      {
        given: [`${SITE}/guides/in`, `${SITE}/guides/out`, 'https://other.example/news'],
        want: `See [readers](${SITE}/guides/readers/#new) and [the start](#start).`,
      },
    ],
    ['stay as they are where pages have none', { given: ['https://other.example/news'], want: RAW }],
    ['stay as they are where one address is all that tells', { given: [`${SITE}/guides/in`], want: RAW }],
    [
      'stay as they are where pages disagree',
      { given: [`${SITE}/guides/in`, 'https://other.example/guides/out'], want: RAW },
    ],
    [
      'are not taken from addresses that begin anew in their midst',
      { given: [`${SITE}${SITE}/guides/in`, `${SITE}${SITE}/guides/out`], want: RAW },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(readerOf(library(...given))).toBe(want);
  });
});
