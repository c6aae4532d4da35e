import { dirname, join } from 'node:path';
import { elementsOf, evaluateMdx, textOf } from '@plumbline/render/testing';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ACCEPTED } from './accepted-cases.ts';
import { createWorkspace, type Generated } from './workspace.ts';

// A compiler and a second vitest start in the end, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const workspace = createWorkspace();
afterAll(workspace.remove);

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

const IMPORT = /^import (\w+) from '([^']*)';\n/gm;

/** All texts and names that a page shows, those of the data beside it too; throws where it is no MDX. */
function shownOn(path: string, docs: Generated['docs']): readonly string[] {
  const page = docs[path] ?? '';
  const imports = [...page.matchAll(IMPORT)];
  const data = imports
    .filter(([, , from = '']) => from.endsWith('.json'))
    .map(([, name, from = '']) => ({ name, json: docs[join(dirname(path), from)] ?? '' }));
  const exported = data.map(
    ({ name, json }) => `export const ${name} = JSON.parse(${JSON.stringify(json)});\n`,
  );
  const text = page.replace(/^---\n.*?\n---\n/s, '').replace(IMPORT, '');
  const components = imports.map(([, name = '']) => name);
  const elements = elementsOf(evaluateMdx(`${exported.join('')}\n${text}`, components));
  return [
    ...elements.flatMap((element) => {
      const code = element.type === 'CopyableCode' ? [String(element.props.code)] : [];
      return [...code, folded(textOf(element))];
    }),
    ...data.flatMap(({ json }) => textsIn(JSON.parse(json))),
  ];
}

/** The texts in JSON, each by itself. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [folded(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('accepted, and emitted right:', () => {
  it.each(ACCEPTED.map(([name, given], at) => ({ name, given, provider: `case${at}` })))(
    '$name',
    async ({ given: { openapi, page, finds = [], shows, uses = '' }, provider }) => {
      const { ending, findings, docs } = await workspace.generate(provider, {
        'openapi.json': typeof openapi === 'string' ? openapi : JSON.stringify(openapi),
        ...(page === undefined ? {} : { 'page.md': page.replaceAll('acme.', `${provider}.`) }),
        'uses.ts': `import type { components } from './out/client/src/generated/openapi.ts';\n${uses}\n`,
      });
      expect({ ending, findings: findings.map((one) => one.replace(/^\S+ /, '')) }).toEqual({
        ending: 0,
        findings: finds,
      });
      const wanted = shows.map((text) => text.replaceAll('acme.', `${provider}.`));
      const shown = new Set(
        Object.keys(docs)
          .filter((path) => path.endsWith('.md'))
          .flatMap((path) => shownOn(path, docs)),
      );
      expect(wanted.filter((text) => !shown.has(text) && !shown.has(folded(text)))).toEqual([]);
    },
  );

  it('all clients, contract tests and uses of them type-check', async () => {
    expect(await workspace.typeCheck()).toBe('');
  });

  it('all contract tests hold', async () => {
    // What is skipped would send the body that holds itself without an end.
    expect(await workspace.runContractTests()).toMatch(/^Tests +\d+ passed \| 15 skipped \(\d+\)$/);
  });
});
