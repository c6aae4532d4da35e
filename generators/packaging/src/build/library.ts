import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsdown';
import { fileUrls } from './file-urls.ts';

interface Manifest {
  readonly publishConfig: {
    readonly bin?: { readonly [command: string]: string };
    readonly exports: { readonly [subpath: string]: string | { readonly default: string } };
  };
}

const { publishConfig }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Builds the package of the working directory for those who import it: a module in `dist` for each in `src`, with its
 * types, from those on that `publishConfig.exports` and `publishConfig.bin` name. What it depends on stays outside.
 */
export default defineConfig({
  cwd: process.cwd(),
  entry: [
    ...Object.values(publishConfig.exports).flatMap((target) =>
      typeof target === 'string' ? [] : target.default,
    ),
    ...Object.values(publishConfig.bin ?? {}),
  ].map((target) => target.replace('./dist/', './src/').replace(/\.js$/, '.ts')),
  root: 'src',
  unbundle: true,
  fixedExtension: false,
  dts: true,
  plugins: [fileUrls({ mirrored: true })],
  deps: { onlyBundle: [] },
  failOnWarn: true,
  suppressWarnings: /TypeScript 7\.0 does not yet have a stable API/,
  report: false,
});
