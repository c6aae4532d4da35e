import { describe, expect, it } from 'vitest';
import { createProse } from './prose.ts';

const { parted } = createProse({ marksNotes: false });
const long = 'They are lent. '.repeat(50).trim();

describe('what an index begins with', () => {
  it.each([
    ['all of a short description', 'Books.\n\nThey are lent.', { opening: 2, rest: null }],
    ['the first paragraph of a long one', `Books.\n\n${long}`, { opening: 1, rest: 1 }],
    ['with the title above it', `# Books\n\nBooks.\n\n${long}\n\n${long}`, { opening: 2, rest: 2 }],
    ['all of a long paragraph that stands alone', long, { opening: 1, rest: null }],
    ['nothing where a list comes first', `- ${long}\n- ${long}\n\nBooks.`, { opening: 0, rest: 2 }],
  ])('is %s', (_name, given, want) => {
    const { opening, rest } = parted(given);
    const blocks = (text: string): number =>
      text === '' ? 0 : /^<Prose>/.test(text) ? (text.match(/<\/(?:p|ul)>/g) ?? []).length : 1;
    expect({ opening: blocks(opening), rest: rest === null ? null : blocks(rest) }).toEqual(want);
  });
});

describe('an image in what an index begins with', () => {
  it.each([
    ['is a link', 'See ![the flow](https://a.example/b.png).', 'See [the flow](https://a.example/b.png).'],
    [
      'is its address, where it has no words',
      '![](https://a.example/b.png)',
      '[https&#58;//a.example/b.png](https://a.example/b.png)',
    ],
    ['is its words, where it leads nowhere', 'See ![the flow](../b.png "B").', 'See the flow.'],
    ['is code within code', '`![a](../b.png)`', '`![a](../b.png)`'],
    ['is as it is written, where nobody may follow it', '![a](data:b)', '&#33;&#91;a&#93;(data&#58;b)'],
  ])('%s', (_name, given, want) => {
    expect(parted(given).opening).toBe(want);
  });
});
