import { hash } from 'node:crypto';
import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { parseManifest } from './manifest.ts';
import { type DiskEntry, planFolder } from './plan.ts';

interface Given {
  /** Path → content. */
  readonly emitted?: Record<string, string>;
  /** Path → the content that was generated last. */
  readonly listed?: Record<string, string>;
  /** Path → content; null stands for a folder or a link. */
  readonly disk?: Record<string, string | null>;
}

function plan({ emitted = {}, listed, disk = {} }: Given) {
  const diskEntry = (path: string): DiskEntry => {
    const content = disk[path];
    if (content === undefined) return { kind: 'nothing' };
    return content === null ? { kind: 'other' } : { kind: 'file', bytes: Buffer.from(content), stamp: '' };
  };
  return planFolder({
    emitted: Object.entries(emitted).map(([path, content]) => ({ path, content })),
    manifest:
      listed === undefined
        ? null
        : {
            generator: 'old',
            files: dictionary(
              Object.entries(listed).map(([path, content]) => [path, hash('sha256', content)]),
            ),
          },
    generator: 'new',
    diskEntry,
  });
}

/** Each path with what becomes of it. */
function told(given: Given): Record<string, string> {
  const { create, update, edited, ...rest } = plan(given);
  return Object.fromEntries([
    ...create.map(({ path }) => [path, 'create']),
    ...update.map(({ path }) => [path, 'update']),
    ...rest.delete.map((path) => [path, 'delete']),
    ...edited.map(({ path }) => [path, 'edited']),
    ...rest.editedOrphans.map((path) => [path, 'edited orphan']),
    ...rest.taken.map((path) => [path, 'taken']),
    ...(rest.unchanged === 0 ? [] : [['unchanged', String(rest.unchanged)]]),
  ]);
}

function listedBy(given: Given): Record<string, string> {
  const { manifest } = plan(given);
  const parsed = manifest === null ? null : parseManifest(manifest);
  return parsed === null || 'reason' in parsed ? {} : { ...parsed.files };
}

const cases: [string, { given: Given; want: Record<string, string>; listed: Record<string, string> }][] = [
  ['a new file', { given: { emitted: { a: '1' } }, want: { a: 'create' }, listed: { a: '1' } }],
  [
    'an equal file',
    {
      given: { emitted: { a: '1' }, listed: { a: '1' }, disk: { a: '1' } },
      want: { unchanged: '1' },
      listed: { a: '1' },
    },
  ],
  [
    'an equal file with the line ends of Windows',
    {
      given: { emitted: { a: 'é\n2\n' }, listed: { a: 'é\n2\n' }, disk: { a: 'é\r\n2\r\n' } },
      want: { unchanged: '1' },
      listed: { a: 'é\n2\n' },
    },
  ],
  [
    'an older file with the line ends of Windows',
    {
      given: { emitted: { a: '2\n' }, listed: { a: '1\n' }, disk: { a: '1\r\n' } },
      want: { a: 'update' },
      listed: { a: '2\n' },
    },
  ],
  [
    'an orphan with the line ends of Windows',
    { given: { listed: { a: '1\n' }, disk: { a: '1\r\n' } }, want: { a: 'delete' }, listed: {} },
  ],
  [
    'a file that is ours and older',
    {
      given: { emitted: { a: '2' }, listed: { a: '1' }, disk: { a: '1' } },
      want: { a: 'update' },
      listed: { a: '2' },
    },
  ],
  [
    'a file that someone deleted',
    { given: { emitted: { a: '1' }, listed: { a: '1' } }, want: { a: 'create' }, listed: { a: '1' } },
  ],
  [
    'a file that someone edited',
    {
      given: { emitted: { a: '1' }, listed: { a: '1' }, disk: { a: 'x' } },
      want: { a: 'edited' },
      listed: { a: '1' },
    },
  ],
  [
    'a file that someone edited, and that would change',
    {
      given: { emitted: { a: '2' }, listed: { a: '1' }, disk: { a: 'x' } },
      want: { a: 'edited' },
      listed: { a: '1' },
    },
  ],
  [
    'a file that someone edited into what is emitted now',
    {
      given: { emitted: { a: '2' }, listed: { a: '1' }, disk: { a: '2' } },
      want: { unchanged: '1' },
      listed: { a: '2' },
    },
  ],
  [
    "someone else's file in the way",
    { given: { emitted: { a: '1' }, listed: {}, disk: { a: 'x' } }, want: { a: 'taken' }, listed: {} },
  ],
  [
    'a folder in the way',
    { given: { emitted: { a: '1' }, disk: { a: null } }, want: { a: 'taken' }, listed: {} },
  ],
  [
    'an equal file that nobody listed',
    { given: { emitted: { a: '1' }, disk: { a: '1' } }, want: { unchanged: '1' }, listed: { a: '1' } },
  ],
  ['an orphan', { given: { listed: { a: '1' }, disk: { a: '1' } }, want: { a: 'delete' }, listed: {} }],
  ['an orphan that is gone', { given: { listed: { a: '1' } }, want: {}, listed: {} }],
  [
    'an orphan that someone edited',
    { given: { listed: { a: '1' }, disk: { a: 'x' } }, want: { a: 'edited orphan' }, listed: { a: '1' } },
  ],
  [
    "someone else's file elsewhere",
    { given: { emitted: { a: '1' }, disk: { b: 'x' } }, want: { a: 'create' }, listed: { a: '1' } },
  ],
];

describe('the plan of an output folder', () => {
  it.each(cases)('for %s', (_, { given, want, listed }) => {
    expect(told(given)).toEqual(want);
    const hashes = Object.entries(listed).map(([path, content]) => [path, hash('sha256', content)]);
    expect(listedBy(given)).toEqual(Object.fromEntries(hashes));
  });

  it('has no manifest where nothing is ours', () => {
    expect(plan({ listed: { a: '1' }, disk: { a: '1' } }).manifest).toBeNull();
  });

  it('is the same whatever the order of the files', () => {
    expect(plan({ emitted: { b: '1', a: '2' } })).toEqual(plan({ emitted: { a: '2', b: '1' } }));
  });

  it('is refused for an unsafe path', () => {
    expect(() => plan({ emitted: { '../a': '1' } })).toThrow(/unsafe/);
  });
});
