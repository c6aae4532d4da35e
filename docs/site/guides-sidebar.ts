import { globSync } from 'node:fs';
import path from 'node:path';
import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

/** The guides that a reader takes first. */
const FIRST = ['index', 'getting-started', 'init'];

/** What the others are for, in the order of the work; any that is not named comes after them. */
const GROUPS: readonly (readonly [label: string, guides: readonly string[]])[] = [
  ['Spec and pages', ['drift', 'fix', 'silencing', 'watch', 'import']],
  ['From version to version', ['diff', 'ci', 'many-providers']],
  ['Calling the API', ['sql', 'serve']],
  ['Reference', ['command-line', 'config', 'diagnostics', 'change-rules']],
  ['From another tool', ['from-docgen', 'from-hey-api', 'from-openapi-typescript']],
];

const guides = globSync('*.md', { cwd: path.join(__dirname, '../guides') })
  .map((file) => path.basename(file, '.md'))
  .sort();
const there = (names: readonly string[]) => names.filter((name) => guides.includes(name));
const named = new Set([...FIRST, ...GROUPS.flatMap(([, names]) => names)]);

export default {
  guides: [
    ...there(FIRST),
    ...GROUPS.map(([label, names]) => ({ label, items: there(names) }))
      .filter(({ items }) => items.length > 0)
      .map((group) => ({ type: 'category' as const, collapsible: false, className: 'menu-group', ...group })),
    ...guides.filter((guide) => !named.has(guide)),
  ],
} satisfies SidebarsConfig;
