import { basename, dirname } from 'node:path';
import { defineConfig } from 'tsdown';
import { compiledTemplates } from './compiled-templates.ts';
import { fileUrls } from './file-urls.ts';
import { leanRedocly } from './lean-redocly.ts';
import { leanTypescript } from './lean-typescript.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

/**
 * Builds the command. Its `dist` holds all that runs, other people's packages too, at the versions that it was tested
 * with: installing it brings only what its `dependencies` name.
 */
export default defineConfig({
  cwd: process.cwd(),
  entry: ['src/bin.ts', 'src/index.ts'],
  root: 'src',
  fixedExtension: false,
  dts: { entry: 'src/index.ts', tsconfig: '../tsconfig.command-types.json' },
  plugins: [
    compiledTemplates(),
    fileUrls({ mirrored: false }),
    leanRedocly(),
    leanTypescript(),
    thirdPartyNotices(),
  ],
  deps: { onlyBundle: false },
  // Stable names: a build restored from a cache leaves nothing of another one behind.
  hash: false,
  outputOptions: {
    // A package's index is named after the package.
    chunkFileNames: ({ name, facadeModuleId }) =>
      name === 'src' && facadeModuleId !== null
        ? `${basename(dirname(dirname(facadeModuleId)))}.js`
        : '[name].js',
  },
  failOnWarn: true,
  suppressWarnings: /TypeScript 7\.0 does not yet have a stable API/,
  report: false,
});
