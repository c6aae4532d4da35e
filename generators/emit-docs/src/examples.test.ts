import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContractServer } from '@plumbline/contract-server';
import { emitMethods } from '@plumbline/emit-client';
import { providerExamples } from '@plumbline/emit-client/examples';
import { providerOf } from '@plumbline/emit-contract-tests';
import type { Method } from '@plumbline/model';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { emitDocs } from './emit-docs.ts';
import { evaluatePage } from './evaluate-page.ts';
import { bodyFields } from './facts/body-fields.ts';
import { exampleCode } from './facts/example-code.ts';
import { firstCall } from './facts/first-call.ts';
import { templateSql } from './facts/statements.ts';
import { corpus, embedded, repository } from './testing/documents.ts';
import { hasCurl, statusesOf } from './testing/shell.ts';
import { fits, literal, passed } from './testing/statement.ts';

describe.each([embedded, corpus])('the examples of $name', (documents) => {
  if (!documents.isThere) {
    it.skip('are held to their languages', () => undefined);
    return;
  }
  const model = documents.model();
  const examples = providerExamples(model);
  const all = model.services.flatMap((service) =>
    service.resources.flatMap((resource) => {
      const known = examples.ofResource(service, resource);
      return resource.methods.map((method) => {
        const example = known.get(method);
        const code = example === undefined ? null : exampleCode(example, method, { model, resource });
        return { method, example, code, template: templateSql('okta', resource, method) };
      });
    }),
  );
  const valuesOf = (method: Method) => [...method.params, ...bodyFields(method)];

  it('are there, in each language', () => {
    expect(all.length).toBe(documents.methods);
    expect(all.filter(({ code }) => code === null)).toEqual([]);
  });

  // That those of the corpus type-check, emit-client's own test on the same documents shows.
  it('are in TypeScript those that the emitted client documents', () => {
    const documented = emitMethods(model).files.flatMap(({ content }) =>
      [...content.matchAll(/^ +\* @example\n((?:^ +\*(?! @|\/).*\n)+)/gm)].map(([, lines = '']) =>
        lines.replace(/^ +\* ?/gm, '').trimEnd(),
      ),
    );
    const shown = all.map(({ code }) => code?.typescript ?? '');
    expect(shown.toSorted()).toEqual(documented.toSorted());
  });

  it.runIf(documents === embedded)('type-check against the client in packages, the first call too', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-examples-'));
    try {
      const functions = all.map(
        ({ code }, i) => `export async function example${i}() {\n${code?.typescript}\n}`,
      );
      const client = path.join(repository, 'packages/okta-client/src/index.ts');
      const settings = {
        extends: path.join(repository, 'packages/okta-client/tsconfig.json'),
        compilerOptions: {
          noEmit: true,
          noUnusedLocals: false,
          paths: { '@plumbline/okta-client': [client] },
          types: ['node'],
          typeRoots: [path.join(import.meta.dirname, '../node_modules/@types')],
        },
        files: ['first.ts', 'examples.ts'],
      };
      const header = `import type { OktaClient } from '@plumbline/okta-client';\ndeclare const okta: OktaClient;`;
      writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
      writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
      writeFileSync(path.join(folder, 'first.ts'), firstCall(model, examples).typescript);
      writeFileSync(path.join(folder, 'examples.ts'), [header, ...functions].join('\n'));
      const compiler = path.join(repository, 'node_modules/typescript/bin/tsc');
      const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
      expect(stdout + stderr).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are statements of SQL that name known columns and parameters alone, all that are required among them', () => {
    for (const { method, code, template } of all) {
      const known = new Map(valuesOf(method).map((value) => [value.name, value]));
      const fields = new Set(method.fields.map(({ name }) => name));
      const required = valuesOf(method).filter((value) => value.required);
      for (const sql of [template, code?.sql ?? '']) {
        const { problems, count, given, columns, json } = passed(sql);
        expect([sql, problems, count]).toEqual([sql, [], 1]);
        expect([...given.keys()].filter((name) => !known.has(name))).toEqual([]);
        expect(columns.filter((name) => !fields.has(name) && !known.has(name))).toEqual([]);
        const sent = new Set([...given.keys(), ...(json?.members ?? []).map(({ name }) => name)]);
        expect(required.filter(({ name }) => !sent.has(name)).map(({ name }) => [method.name, name])).toEqual(
          [],
        );
      }
    }
  });

  it('pass values of their types', () => {
    const wrong = all.flatMap(({ method, code }) => {
      const types = new Map(valuesOf(method).map(({ name, type }) => [name, type]));
      return [...passed(code?.sql ?? '').given].flatMap(([name, value]) =>
        fits(literal(value), types.get(name) ?? '')
          ? []
          : [[method.name, name, types.get(name), literal(value)]],
      );
    });
    expect(wrong).toEqual([]);
  });

  it.skipIf(!hasCurl)(
    'are commands of a shell whose requests the API accepts (needs bash and curl)',
    async () => {
      const server = await createContractServer(providerOf(model));
      try {
        const statuses = await statusesOf(
          all.map(({ code }) => code?.curl ?? ''),
          {
            origin: 'https://my-org.okta.com',
            server: server.url,
            environment: { OKTA_API_TOKEN: 'secret', OKTA_OAUTH2: 'secret' },
          },
        );
        const refused = server.requests.filter(({ problems }) => problems.length > 0);
        expect(refused.map(({ operation, target, problems }) => [operation ?? target, problems])).toEqual([]);
        expect(statuses.filter((status) => status >= 400)).toEqual([]);
        expect(server.requests.map(({ operation }) => operation)).toEqual(
          all.map(({ method }) => method.operation),
        );
      } finally {
        await server.close();
      }
    },
  );

  it('have manifests that parse as YAML', () => {
    const { files } = emitDocs(model);
    const manifests = files.flatMap(({ path: file, content }) =>
      file.endsWith('/index.md') && content.includes('<CodeBlock language="yaml">')
        ? [/<CodeBlock language="yaml">.*?<\/CodeBlock>/s.exec(content)?.[0] ?? '']
        : [],
    );
    expect(manifests.length).toBeGreaterThanOrEqual(documents.manifests);
    for (const manifest of manifests) {
      const [block] = evaluatePage(manifest).filter(({ type }) => type === 'CodeBlock');
      expect(load(String(block?.props.children))).toMatchObject([{ name: expect.any(String) }]);
    }
  });
});
