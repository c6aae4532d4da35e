import { define } from './define.ts';

/** A path as it is shown. */
export interface FileArgs {
  readonly path: string;
}

/** The state of the output folders. */
export const runOutputCodes = {
  'generated-file-stale': define<FileArgs & { readonly state: 'missing' | 'outdated' }>({
    severity: 'error',
    title: 'Generated file out of date',
    explanation:
      'What stands on disk is not what the documents give today: a spec, a page, the config or the generator changed, and ' +
      'nobody generated since. `plumbline check` reports it so that it does not reach the main branch.',
    fixable: false,
    message: ({ path, state }) =>
      state === 'missing'
        ? `\`${path}\` would be generated, and is missing.`
        : `\`${path}\` is not what would be generated now.`,
    hint: () => 'Run `plumbline generate` and commit what it writes.',
    example: { language: 'sh', before: 'plumbline check', after: 'plumbline generate\ngit add --all' },
  }),
  'generated-file-edited': define<
    FileArgs & {
      readonly isOrphan: boolean;
      /** The part that is generated, of a file that is otherwise written by hand. */
      readonly region?: string;
    }
  >({
    severity: 'error',
    title: 'Generated file edited by hand',
    explanation:
      'The file differs both from what was last generated and from what would be generated now, so a person changed it. ' +
      'It is kept as it is, and it no longer follows the documents. Changes belong in the page, the spec, an overlay or the ' +
      'config, or in a file of your own beside the generated ones.',
    fixable: false,
    message: ({ path, isOrphan, region }) =>
      region !== undefined
        ? `The part \`${region}\` of \`${path}\` was edited by hand; it is kept and not generated.`
        : isOrphan
          ? `\`${path}\` was edited by hand and is no longer generated; it is kept.`
          : `\`${path}\` was edited by hand; it is kept and not generated.`,
    hint: ({ isOrphan, region }) =>
      region !== undefined
        ? `Move the change out of the part, empty it, take the hash out of its first mark, and run \`plumbline generate\`.`
        : isOrphan
          ? 'Move the file elsewhere if it is still needed, or delete it.'
          : 'Move the change to its source document, delete the file, and run `plumbline generate`.',
    example: {
      language: 'sh',
      before: 'vi packages/okta-client/src/generated/users.ts',
      after:
        'vi specs/okta/resources/users/users.md\nrm packages/okta-client/src/generated/users.ts\nplumbline generate',
    },
  }),
  'generated-file-orphaned': define<FileArgs>({
    severity: 'error',
    title: 'Generated file without a source',
    explanation:
      'The manifest lists the file, but nothing in the documents gives it any more: a resource or a service was removed or ' +
      'renamed. `plumbline generate` deletes it.',
    fixable: false,
    message: ({ path }) => `\`${path}\` is no longer generated from anything.`,
    hint: () => 'Run `plumbline generate`, which deletes it, and commit.',
    example: { language: 'sh', before: 'plumbline check', after: 'plumbline generate\ngit add --all' },
  }),
  'output-path-taken': define<FileArgs>({
    severity: 'error',
    title: "Someone else's file in the way",
    explanation:
      'A file is to be generated where something stands that the manifest does not list: a file written by hand, a folder or ' +
      'a link. It is kept. This happens too when `.plumbline-manifest.json` was deleted.',
    fixable: false,
    message: ({ path }) =>
      `\`${path}\` exists and is not in the manifest; it is kept, and nothing is generated there.`,
    hint: () => 'Move it out of the output folder, or delete it, and run `plumbline generate`.',
    example: {
      language: 'sh',
      before: 'ls docs/content/okta/users/users.md',
      after: 'mv docs/content/okta/users/users.md docs/guides/users.md\nplumbline generate',
    },
  }),
  'output-not-writable': define<FileArgs & { readonly reason: string }>({
    severity: 'error',
    title: 'Output that cannot be written',
    explanation:
      'Writing failed: no permission, a read-only or full disk, a file where a folder is needed. Everything that the run had ' +
      'begun to write was taken back, so the output is as it was.',
    fixable: false,
    message: ({ path, reason }) => `\`${path}\` cannot be written: ${reason}.`,
    hint: () => 'Make room or give permission, or name another folder, and run the command again.',
    example: {
      language: 'sh',
      before: 'plumbline generate --out /usr/lib/okta',
      after: 'plumbline generate --out build/okta',
    },
  }),
  'output-locked': define<FileArgs & { readonly pid: number; readonly lock: string }>({
    severity: 'error',
    title: 'Two runs at once',
    explanation:
      'Another run of `plumbline generate` is writing to the same folder. Two runs would mix their files, so the later one stops.',
    fixable: false,
    message: ({ path, pid }) => `Another run (process ${pid}) is generating \`${path}\`.`,
    hint: ({ lock }) => `Wait until it has ended; if there is no such run, delete \`${lock}\`.`,
    example: {
      language: 'sh',
      before: 'plumbline generate & plumbline generate',
      after: 'plumbline generate && plumbline generate',
    },
  }),
  'output-link': define<FileArgs>({
    severity: 'error',
    title: 'Link inside an output folder',
    explanation:
      'A folder inside the output folder is a symbolic link, so that files would be written outside it. Nothing is written ' +
      'through a link; the output folder itself may be one.',
    fixable: false,
    message: ({ path }) =>
      `\`${path}\` is a symbolic link inside the output folder; nothing is written through it.`,
    hint: () => 'Replace the link by a folder, or name its target in the config.',
    example: {
      language: 'sh',
      before: 'ln -s ../shared docs/content/okta/users',
      after: 'rm docs/content/okta/users\nplumbline generate',
    },
  }),
  'page-edited-meanwhile': define<FileArgs>({
    severity: 'error',
    title: 'Page that was edited while it was mended',
    explanation:
      'The page on disk is no longer the one that was read: an editor saved it, or version control changed it. It is kept as it ' +
      'is, and nothing is written.',
    fixable: false,
    message: ({ path }) => `\`${path}\` was changed since it was read; nothing is written.`,
    hint: () => 'Run `plumbline fix` again.',
    example: { language: 'sh', before: 'plumbline fix & vi users.md', after: 'plumbline fix && vi users.md' },
  }),
  'manifest-invalid': define<FileArgs & { readonly reason: string }>({
    severity: 'error',
    title: 'Manifest that cannot be read',
    explanation:
      'The manifest of an output folder tells which files are ours and what we wrote last. When it is broken, often by a merge ' +
      "conflict, we cannot tell our files from someone else's, so nothing is written.",
    fixable: false,
    message: ({ path, reason }) => `The manifest \`${path}\` cannot be read: ${reason}.`,
    hint: () =>
      'Restore it from version control (either side of a merge will do) and run `plumbline generate`.',
    example: {
      language: 'sh',
      before: 'plumbline generate',
      after:
        'git checkout --theirs packages/okta-client/src/generated/.plumbline-manifest.json\nplumbline generate',
    },
  }),
};
