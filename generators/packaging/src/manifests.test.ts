import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Manifest, publishedPackages } from './published.ts';

const packages = publishedPackages();

it('each is built before it is packed: this package depends on it', () => {
  const { devDependencies }: Manifest = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'),
  );
  expect(Object.keys(devDependencies ?? {})).toEqual(
    expect.arrayContaining(packages.map(({ name }) => name)),
  );
});

describe.each(packages)('$name', ({ name, folder, manifest }) => {
  const { exports = {}, bin, publishConfig } = manifest;

  it('is built, and holds its dist alone', () => {
    expect(manifest.scripts).toHaveProperty('build');
    expect(manifest.files).toContain('dist');
    expect(manifest.files?.filter((file) => file.startsWith('src'))).toEqual([]);
  });

  it('is imported from source in the workspace, and from dist when it is published', () => {
    // What only our own tests import is not published.
    const sources = Object.entries(exports).filter(([subpath]) => subpath !== './testing');
    expect(publishConfig?.exports).toEqual({
      ...Object.fromEntries(
        sources.map(([subpath, source]) => [
          subpath,
          { types: built(source, '.d.ts'), default: built(source, '.js') },
        ]),
      ),
      './package.json': './package.json',
    });
    expect(publishConfig?.bin).toEqual(
      bin &&
        Object.fromEntries(Object.entries(bin).map(([command, source]) => [command, built(source, '.js')])),
    );
  });

  it('says what it is and where it runs', () => {
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(readme).toContain(`# ${name}\n`);
    expect(readme).toMatch(new RegExp(`(npm install (--save-dev )?|npx )${name}\\b`));
    expect(manifest.description).toMatch(/.{20}/);
    expect(manifest.keywords).not.toHaveLength(0);
    expect(manifest).toMatchObject({ license: 'MIT', engines: { node: expect.stringMatching(/^>=\d+/) } });
    expect(publishConfig?.access).toBe('public');
  });

  it('depends on published packages alone, at one version of each', () => {
    const ours = new Set(packages.map((each) => each.name));
    const others = Object.entries(manifest.dependencies ?? {}).filter(
      ([dependency, range]) =>
        !(range.startsWith('catalog:') || (range.startsWith('workspace:') && ours.has(dependency))),
    );
    expect(others).toEqual([]);
  });

  if (name === '@plumbline/cli') {
    it('bundles what is ours', () => {
      const ours = Object.keys(manifest.dependencies ?? {}).filter((each) => each.startsWith('@plumbline/'));
      expect(ours).toEqual([]);
    });
  }
});

function built(source: string, extension: string): string {
  return source.replace('./src/', './dist/').replace(/\.ts$/, extension);
}
