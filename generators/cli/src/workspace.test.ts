import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** What each package may depend on: data flows from the readers to the emitters, and `packages` knows no generator. */
const allowed: { readonly [name: string]: readonly string[] } = {
  '@plumbline/model': [],
  '@plumbline/sql': [],
  '@plumbline/yaml': ['@plumbline/model'],
  '@plumbline/read-openapi': ['@plumbline/model', '@plumbline/yaml'],
  '@plumbline/read-provider-yaml': ['@plumbline/model', '@plumbline/yaml'],
  '@plumbline/read-resource-pages': ['@plumbline/model', '@plumbline/sql'],
  '@plumbline/reconcile': ['@plumbline/model', '@plumbline/sql'],
  // It writes into pages where the reader finds things.
  '@plumbline/fix': ['@plumbline/model', '@plumbline/read-resource-pages', '@plumbline/sql'],
  '@plumbline/diff': ['@plumbline/model'],
  '@plumbline/render': ['@plumbline/model'],
  // What it writes is encoded as emitted pages are.
  '@plumbline/import': ['@plumbline/model', '@plumbline/render', '@plumbline/sql'],
  '@plumbline/emit-client': ['@plumbline/model', '@plumbline/render'],
  // The calls that the pages show are those of the emitted client.
  '@plumbline/emit-docs': [
    '@plumbline/emit-client',
    '@plumbline/model',
    '@plumbline/render',
    '@plumbline/sql',
  ],
  // It owns the format of what the suites and the server read.
  '@plumbline/contract-server': [],
  '@plumbline/contract-suite': [
    '@plumbline/client-runtime',
    '@plumbline/contract-server',
    '@plumbline/sql',
    '@plumbline/sql-engine',
  ],
  '@plumbline/emit-contract-tests': ['@plumbline/contract-server', '@plumbline/model', '@plumbline/render'],
  '@plumbline/client-runtime': [],
  '@plumbline/sql-engine': ['@plumbline/client-runtime', '@plumbline/sql'],
  '@plumbline/okta-client': ['@plumbline/client-runtime'],
  '@plumbline/okta-contract-tests': ['@plumbline/okta-client'],
};

interface Manifest {
  readonly name: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
}

const packages = globSync(['packages/*/package.json', 'generators/*/package.json'], { cwd: root }).map(
  (file) => ({
    folder: path.join(root, path.dirname(file)),
    manifest: JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Manifest,
  }),
);

describe.each(packages)('$manifest.name', ({ folder, manifest }) => {
  const dependencies = Object.keys(manifest.dependencies ?? {});
  const packaged = [...dependencies, ...Object.keys(manifest.devDependencies ?? {}), manifest.name];
  // `@types/mdast` declares `mdast`, which holds nothing but types.
  const declared = new Set(packaged.flatMap((name) => [name, name.replace(/^@types\//, '')]));
  const imports = globSync('src/**/*.ts', { cwd: folder }).flatMap((file) =>
    [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(
        // A name that holds `${` is one of the code that a template writes.
        /^(?:import|export)\b[^'"`;]*?from '([^'$]+)'|\bimport\('([^'$]+)'\)/gm,
      ),
    ].map((match) => ({ file, target: match[1] ?? match[2] ?? '' })),
  );

  if (Object.hasOwn(allowed, manifest.name)) {
    it('depends only on what stands before it in the flow', () => {
      const ours = dependencies.filter((name) => name.startsWith('@plumbline/'));
      expect(ours.filter((name) => !allowed[manifest.name]?.includes(name))).toEqual([]);
    });
  }

  it('imports only what its package.json declares', () => {
    const undeclared = imports.filter(({ target }) => {
      const name = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
      return !target.startsWith('.') && !target.startsWith('node:') && !declared.has(name);
    });
    expect(undeclared).toEqual([]);
  });

  it('has no file of more than 350 lines', () => {
    const files = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts'], { cwd: folder });
    const written = files.filter((file) => !file.includes('generated'));
    const long = written.filter(
      (file) => readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n').length > 350,
    );
    expect(long).toEqual([]);
  });

  it('imports nothing of another package by a path', () => {
    const outside = imports.filter(
      ({ file, target }) =>
        target.startsWith('.') &&
        path.relative(folder, path.resolve(folder, path.dirname(file), target)).startsWith('..'),
    );
    expect(outside).toEqual([]);
  });
});
