import path from 'node:path';
import { build } from 'esbuild';
import type { Workspace } from './workspace.ts';

/**
 * The program that a client comes to: bundled with what it runs on, and what nothing reaches left out. Where it is the
 * same with a fault and without, nobody can notice the fault (trivial compiler equivalence, Papadakis et al., ICSE 2015).
 * Null where it cannot be bundled.
 */
export async function programOf({ folder }: Workspace): Promise<string | null> {
  try {
    const { outputFiles } = await build({
      entryPoints: [path.join(folder, 'client/src/index.ts')],
      absWorkingDir: folder,
      bundle: true,
      minifySyntax: true,
      treeShaking: true,
      format: 'esm',
      platform: 'node',
      write: false,
      logLevel: 'silent',
    });
    return outputFiles.map(({ text }) => text).join('\n');
  } catch {
    return null;
  }
}
