import { readResourcePages } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { beginPages } from './pages-thread.ts';

const options = { provider: 'acme' };

function pages(count: number, filling: string) {
  return Array.from({ length: count }, (_, i) => ({
    path: `pages/r${i}.md`,
    text: `---\ntitle: r${i}\n__proto__: x\n---\n\n${filling}\n\n## Overview\n\n<table><tbody>\n<tr><td><b>Name</b></td><td><code>r${i}</code></td></tr>\n<tr><td><b>Id</b></td><td><CopyableCode code="acme.s.r${i}" /></td></tr>\n</tbody></table>\n\n## Methods\n\nNone.\n`,
  }));
}

describe('the reading of pages', () => {
  it.each([
    ['of none', { files: [] }],
    ['of a few, in this thread', { files: pages(2, 'Few.') }],
    ['of many, in a thread of their own', { files: pages(20, 'Many words. '.repeat(2000)) }],
  ])('%s answers what is read at once', async (_, { files }) => {
    const read = beginPages(files, options);
    const want = readResourcePages(files, options);
    expect(want.resources).toHaveLength(files.length);
    expect(await read()).toEqual(want);
    expect(await read()).toEqual(want);
  });

  it('rejects where the thread fails', async () => {
    const files = [{ path: 'a.md', text: 'x'.repeat(400_000) }];
    await expect(beginPages(files, null as never)()).rejects.toThrow(TypeError);
  });
});
