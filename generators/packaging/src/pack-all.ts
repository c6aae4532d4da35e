import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { packInto, publishedPackages, root } from './published.ts';
import { run } from './run.ts';
import { newTemporaryFolder } from './temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tarball of each published package, by name; null: no registry is reached, so that nothing can be installed. */
    readonly tarballs: { readonly [name: string]: string } | null;
  }
}

/** Packs what is published, once for all files of a run. */
export default function packAll(project: TestProject): () => void {
  const view = ['npm', 'view', 'openapi-fetch', 'version', '--fetch-retries=0', '--fetch-timeout=10000'];
  const folder = newTemporaryFolder();
  const isReached = run(root, view).status === 0;
  project.provide('tarballs', isReached ? Object.fromEntries(packInto(folder, publishedPackages())) : null);
  return () => rmSync(folder, { recursive: true, force: true });
}
