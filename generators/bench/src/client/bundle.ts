import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { byCodeUnit } from '@plumbline/model';
import { build } from 'esbuild';

export interface Bundle {
  readonly minified: number;
  readonly gzip: number;
  /** Minified bytes by module, the largest first. */
  readonly modules: readonly (readonly [string, number])[];
}

/** Bundles a module of an application for browsers, or for Node.js, minified. */
export async function bundle(
  folder: string,
  code: string,
  platform: 'browser' | 'node' = 'browser',
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, loader: 'ts', resolveDir: path.join(folder, 'src') },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    platform,
    write: false,
    outdir: folder,
    metafile: true,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  const text = outputFiles[0]?.contents ?? new Uint8Array();
  const modules = Object.entries(output?.inputs ?? {})
    .map(([file, { bytesInOutput }]) => [file.replace(/^.*node_modules\//, ''), bytesInOutput] as const)
    .filter(([, bytes]) => bytes > 0)
    .sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b));
  return { minified: text.length, gzip: gzipSync(text, { level: 9 }).length, modules };
}

/** Writes a bundle that Node.js can import. */
export async function writeBundle(folder: string, code: string, file: string): Promise<void> {
  await build({
    stdin: { contents: code, loader: 'ts', resolveDir: path.join(folder, 'src') },
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2023',
    platform: 'node',
    outfile: file,
    logLevel: 'error',
  });
}
