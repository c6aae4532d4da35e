import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { packInto, publishedPackages } from './published.ts';
import { temporaryFolder } from './temporary-folder.ts';

const packages = publishedPackages();
const tarballs = packInto(temporaryFolder(), packages);

describe.each(packages)('the tarball of $name', ({ name, manifest }) => {
  const tarball = tarballs.get(name) ?? '';
  const data = new Uint8Array(readFileSync(tarball));
  const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((file) => file.replace(/^package\//, ''));

  it('holds what is built, and neither sources nor tests', () => {
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'package.json', 'dist/index.js', 'dist/index.d.ts']),
    );
    const others = files.filter((file) => !/^(?:LICENSE|README\.md|package\.json)$|^dist\//.test(file));
    expect(others).toEqual((manifest.files ?? []).filter((file) => file !== 'dist'));
    // A new workspace gets the sources of its docs site.
    const ours = files.filter((file) => !(name === '@plumbline/cli' && file.startsWith('dist/docs/')));
    expect(ours.filter((file) => /\.test\.|(?<!\.d)\.ts$|\/(?:fixtures|testing)\//.test(file))).toEqual([]);
  });

  if (name === '@plumbline/cli') {
    it('names the licences of what it bundles', () => {
      const notices = execFileSync('tar', ['xzOf', tarball, 'package/dist/THIRD-PARTY-NOTICES.txt'], {
        encoding: 'utf8',
      });
      expect(notices).toMatch(/^handlebars@\d.*\(MIT\)$/m);
      expect(notices).toMatch(/^js-yaml@\d.*\(MIT\)$/m);
    });
  }

  it('is a package as publint wants it', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: data.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  // ESM alone: TypeScript's resolution of old knows no `exports`, and Node.js reads ESM by `require` since 20.19.
  it('has types that are not wrong, wherever ESM is understood', async () => {
    const subpaths = Object.entries(manifest.publishConfig?.exports ?? {}).flatMap(([subpath, target]) =>
      typeof target === 'string' ? [] : subpathsOf(subpath, target.default, files),
    );
    const result = await checkPackage(createPackageFromTarballData(data), { entrypoints: subpaths });
    if (!result.types) throw new Error('There are no types.');
    expect(Object.keys(result.entrypoints).sort()).toEqual([...subpaths].sort());
    const problems = result.problems.filter(
      (problem) => !('resolutionKind' in problem && /^node10$|^node16-cjs$/.test(problem.resolutionKind)),
    );
    expect(problems).toEqual([]);
  });
});

/** The subpaths that a key of `exports` stands for. */
function subpathsOf(subpath: string, target: string, files: readonly string[]): readonly string[] {
  const [before = '', after] = target.replace('./', '').split('*');
  if (after === undefined) return [subpath];
  return files
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => subpath.replace('*', file.slice(before.length, -after.length)));
}
