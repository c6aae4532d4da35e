import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { target } from '../jobs/job.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { FileMemory } from './file-memory.ts';
import { MANIFEST } from './manifest.ts';
import { planTarget } from './target-plan.ts';
import { writeAll } from './transaction.ts';

/** Generates one file over and over, remembering what was found. */
function generator() {
  const root = temporaryFolder();
  const memory: FileMemory = new Map();
  return {
    file: join(root, 'a.md'),
    memory,
    async generate(content: string) {
      const input = { target: target('docs', root, '`--out`'), emitted: [{ path: 'a.md', content }] };
      const planned = planTarget(
        { ...input, scaffold: [], generator: 'x@1', cwd: root, isCheck: false },
        memory,
      );
      if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
      await writeAll([planned.changes], () => false);
      const { created, updated, kept, unchanged } = planned.plan.written;
      const isOurs = (path: string) => path !== MANIFEST;
      return { created: created.filter(isOurs), updated: updated.filter(isOurs), kept, unchanged };
    },
  };
}

const NOTHING = { created: [], updated: [], kept: [], unchanged: 0 };

it('is asked for files that nobody has touched', async () => {
  const { generate, memory, file } = generator();
  expect(await generate('1')).toEqual({ ...NOTHING, created: ['a.md'] });
  expect(await generate('1')).toEqual({ ...NOTHING, unchanged: 1 });
  const known = memory.get(file);
  expect(known).toMatchObject({ content: '1' });
  expect(await generate('1')).toEqual({ ...NOTHING, unchanged: 1 });
  // It was not read again.
  expect(memory.get(file)).toBe(known);
});

it('sees another content, and an edit by hand, also one of the same length', async () => {
  const { generate, file } = generator();
  await generate('1');
  await generate('1');
  expect(await generate('2')).toEqual({ ...NOTHING, updated: ['a.md'] });
  await generate('2');
  writeFileSync(file, '3');
  expect(await generate('2')).toEqual({ ...NOTHING, kept: ['a.md'] });
  writeFileSync(file, '2');
  expect(await generate('2')).toEqual({ ...NOTHING, unchanged: 1 });
});
