import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** Where things are: the corpora stand beside the repository, and only some checkouts have them. */
export const FOLDERS = {
  root,
  corpora: path.resolve(root, '../shared/corpora'),
  overlays: path.resolve(import.meta.dirname, '../overlays'),
  truth: path.resolve(import.meta.dirname, '../truth'),
  typescript7: path.resolve(root, 'node_modules/typescript/bin/tsc'),
  /** The command as it runs in the workspace, and as it is published. */
  source: path.resolve(root, 'generators/cli/src/bin.ts'),
  built: path.resolve(root, 'generators/cli/dist/bin.js'),
} as const;
