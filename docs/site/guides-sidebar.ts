import { globSync } from 'node:fs';
import path from 'node:path';
import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

/** The guides that a reader takes first; any other comes after them. */
const FIRST = [
  'index',
  'getting-started',
  'init',
  'drift',
  'watch',
  'command-line',
  'config',
  'silencing',
  'ci',
  'many-providers',
  'sql',
  'serve',
  'diagnostics',
];

const guides = globSync('*.md', { cwd: path.join(__dirname, '../guides') })
  .map((file) => path.basename(file, '.md'))
  .sort();
const known = FIRST.filter((guide) => guides.includes(guide));

export default {
  guides: [...known, ...guides.filter((guide) => !known.includes(guide))],
} satisfies SidebarsConfig;
