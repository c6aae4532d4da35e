import { defineConfig } from 'tsdown';

/** A module in `dist` for each in `src`, with its types: `publishConfig` in package.json names them. */
export default defineConfig({
  entry: 'src/**/*.ts',
  root: 'src',
  unbundle: true,
  platform: 'neutral',
  dts: true,
  report: false,
});
