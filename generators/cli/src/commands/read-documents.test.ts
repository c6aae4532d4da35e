import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocsConfig } from '../config/config.ts';
import { configJob } from '../jobs/config-job.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readDocuments } from './read-documents.ts';

/** What is read where a config says this of docs, and files of these names hold their names. */
function read(docs: DocsConfig | undefined, names: readonly string[]) {
  const cwd = temporaryFolder({
    'specs/spec.json': '{}',
    ...Object.fromEntries(names.map((name) => [name, name])),
  });
  const job = configJob({
    config: { provider: 'acme', spec: ['spec.json'], ...(docs && { docs }) },
    file: join(cwd, 'specs/plumbline.config.ts'),
    positionOf: async (path) => ({ file: `config at ${path.join('.')}`, line: 1, column: 1 }),
  });
  return readDocuments(job, cwd, () => undefined);
}

describe('the changelog', () => {
  const beside = 'specs/CHANGELOG.md';

  it.each<[string, { given: Parameters<typeof read>; want: string | null }]>([
    ['is the file beside the config', { given: [{ dir: 'docs' }, [beside]], want: beside }],
    ['need not be there', { given: [{ dir: 'docs' }, []], want: null }],
    [
      'is the file that the config names',
      { given: [{ dir: 'docs', changelog: '../HISTORY.md' }, [beside, 'HISTORY.md']], want: 'HISTORY.md' },
    ],
    ['is of no use where no docs are made', { given: [undefined, [beside]], want: null }],
  ])('%s', async (_, { given, want }) => {
    expect(await read(...given)).toMatchObject({ changelog: want && { path: want, text: want } });
  });

  it('must be there where the config names it', async () => {
    expect(await read({ dir: 'docs', changelog: 'HISTORY.md' }, [beside])).toMatchObject({
      unreadable: [{ code: 'input-not-found', source: { file: 'config at docs.changelog' } }],
    });
  });
});
