import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SITE_DEPENDENCIES } from './site-files.ts';
import { PACKAGE_MANAGER, VERSIONS } from './versions.ts';

const root = path.resolve(import.meta.dirname, '../../../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('a new workspace gets what this one was tested with', () => {
  const catalog = read('pnpm-workspace.yaml').replace(/^[\s\S]*\ncatalog:\n/, '');
  const ours = new Map(
    [...catalog.matchAll(/^ {2}"?([^"\n:]+)"?: (\S+)$/gm)].map(([, name, version]) => [name, version]),
  );
  expect(VERSIONS).toEqual(Object.fromEntries(Object.keys(VERSIONS).map((name) => [name, ours.get(name)])));
  expect(JSON.parse(read('package.json')).packageManager).toBe(PACKAGE_MANAGER);
});

it('the site of a new workspace has the dependencies of ours', () => {
  const { dependencies } = JSON.parse(read('docs/package.json'));
  expect(Object.keys(dependencies)).toEqual(SITE_DEPENDENCIES);
});
