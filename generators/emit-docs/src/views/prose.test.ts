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
