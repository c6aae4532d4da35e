import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emitMethods } from '@plumbline/emit-client';
import { providerExamples } from '@plumbline/emit-client/examples';
import {
  dictionary,
  type InputFile,
  type JsonValue,
  type Method,
  type ProviderModel,
  type ProviderSettings,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import { type Expression, type Node, parse, walk } from '@plumbline/sql';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { emitDocs } from './emit-docs.ts';
import { evaluatePage } from './evaluate-page.ts';
import { bodyFields } from './facts/body-fields.ts';
import { exampleCode } from './facts/example-code.ts';
import { templateSql } from './facts/statements.ts';

const corpora = path.resolve(import.meta.dirname, '../../../../shared/corpora');

const read = (glob: string): readonly InputFile[] =>
  globSync(glob, { cwd: corpora }).map((file) => ({
    path: file,
    text: readFileSync(path.join(corpora, file), 'utf8'),
  }));

const settings: ProviderSettings = {
  provider: 'okta',
  serverVariables: dictionary([['subdomain', { url: 'https://{subdomain}.okta.com', default: 'my-org' }]]),
  bind: dictionary(),
  rename: dictionary(),
  severity: dictionary(),
  ignore: [],
  client: {
    package: '@plumbline/okta-client',
    auth: dictionary([['apiToken', { prefix: 'SSWS ', env: 'OKTA_API_TOKEN' }]]),
    pagination: null,
    errors: {},
    rateLimit: {},
    siteUrl: null,
  },
};

function describeCorpora(name: string, body: () => void): void {
  const title = `${name} (needs ../shared/corpora)`;
  if (existsSync(corpora)) describe(title, body);
  else it.skipIf(true)(title, () => undefined);
}

/** The names and values that a statement passes, and the columns that it reads. */
function passed(sql: string) {
  const { statements, problems } = parse(sql);
  const given = new Map<string, Expression>();
  const columns: string[] = [];
  const [statement] = statements;
  const add = (name: string, value: Expression): void => {
    given.set(name, value);
  };
  if (statement?.kind === 'insert') {
    const values = 'columns' in statement.source ? statement.source.columns : [];
    statement.columns.forEach(({ column }, i) => {
      const value = values[i]?.expression;
      if (value !== undefined) add(column.name, value);
    });
    columns.push(...statement.returning.flatMap(columnOf));
  } else if (statement !== undefined) {
    walk(statement, (node: Node) => {
      if (node.kind === 'assignment') add(node.column.name, node.value);
      if (node.kind === 'argument') add(node.column.name, node.value);
      if (
        node.kind === 'condition' &&
        node.expression.kind === 'binary' &&
        node.expression.left.kind === 'column'
      )
        add(node.expression.left.name, node.expression.right);
      if (node.kind === 'select-item') columns.push(...columnOf(node));
    });
  }
  const json = statement?.kind === 'exec' ? statement.json : null;
  return { problems, count: statements.length, given, columns, json };
}

function columnOf({ expression }: { readonly expression: Expression }): readonly string[] {
  return expression.kind === 'column' ? [expression.name] : [];
}

/** What a literal stands for. */
function literal(value: Expression): JsonValue | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return Number(value.text);
    case 'constant':
      return value.value;
    case 'unary':
      return value.operand.kind === 'number' ? -Number(value.operand.text) : undefined;
    default:
      return undefined;
  }
}

function fits(value: JsonValue | undefined, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return typeof value === 'string' && Array.isArray(JSON.parse(value));
    case 'object':
      return typeof value === 'string' && typeof JSON.parse(value) === 'object';
    default:
      return value !== undefined;
  }
}

/** A shell in which `curl` prints its arguments, one a line. */
function argumentsOf(commands: readonly string[]): readonly (readonly string[])[] {
  const script = [
    'curl() { for word in "$@"; do printf "%s\\036" "$word"; done; printf "\\035"; }',
    ...commands,
  ].join('\n');
  const env = { PATH: process.env.PATH, OKTA_API_TOKEN: 'secret' };
  const { stdout, status, stderr } = spawnSync('sh', ['-s'], {
    input: script,
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 26,
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout
    .split('\u001d')
    .slice(0, -1)
    .map((one) => one.split('\u001e').slice(0, -1));
}

describeCorpora('the examples of 699 methods', () => {
  const spec = readOpenApi(read('okta/openapi.yaml'));
  if ('unreadable' in spec) throw new Error('the spec is unreadable');
  const pages = readResourcePages(read('okta/pages/**/*.md'), { provider: 'okta' });
  const { model }: { readonly model: ProviderModel } = reconcile({ spec, pages, settings });
  const examples = providerExamples(model);
  const all = model.services.flatMap((service) =>
    service.resources.flatMap((resource) => {
      const known = examples.ofResource(service, resource);
      return resource.methods.map((method) => {
        const example = known.get(method.name);
        const code = example === undefined ? null : exampleCode(example, method, { model, resource });
        return { method, example, code, template: templateSql('okta', resource, method) };
      });
    }),
  );
  const valuesOf = (method: Method) => [...method.params, ...bodyFields(method)];

  it('are there, in each language', () => {
    expect(all.length).toBe(699);
    expect(all.filter(({ code }) => code === null)).toEqual([]);
  });

  // That these type-check in one run of the compiler, emit-client's own test on the same documents shows.
  it('are in TypeScript those that the emitted client documents', () => {
    const documented = emitMethods(model).files.flatMap(({ content }) =>
      [...content.matchAll(/^ +\* @example\n((?:^ +\*(?! @|\/).*\n)+)/gm)].map(([, lines = '']) =>
        lines.replace(/^ +\* ?/gm, '').trimEnd(),
      ),
    );
    const shown = all.map(({ code }) => code?.typescript ?? '');
    expect(shown.toSorted()).toEqual(documented.toSorted());
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

  it('are commands that a shell takes, and that lead to the operation of the method', () => {
    const calls = argumentsOf(all.map(({ code }) => code?.curl ?? ''));
    expect(calls.length).toBe(699);
    for (const [i, { example }] of all.entries()) {
      const words = calls[i] ?? [];
      const operation = example?.bound.operation;
      const url = new URL(words[words.indexOf('--url') + 1] ?? '');
      const method = words.includes('--request') ? words[words.indexOf('--request') + 1] : 'GET';
      expect([method, url.origin]).toEqual([operation?.method, 'https://my-org.okta.com']);
      const pattern = (operation?.path ?? '')
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replace(/\{[^{}]*\}/g, '[^/]+');
      expect(url.pathname).toMatch(new RegExp(`^${pattern}$`));
      const required = example?.bound.operation.parameters.filter(
        (one) => one.in === 'query' && one.required,
      );
      expect(required?.filter(({ name }) => !url.searchParams.has(name))).toEqual([]);
      const data = words.indexOf('--data');
      if (data !== -1) expect(() => JSON.parse(words[data + 1] ?? '')).not.toThrow();
    }
  });

  it('have manifests that parse as YAML', () => {
    const { files } = emitDocs(model);
    const manifests = files.flatMap(({ path: file, content }) =>
      file.endsWith('/index.md') && content.includes('<CodeBlock language="yaml">')
        ? [/<CodeBlock language="yaml">.*?<\/CodeBlock>/s.exec(content)?.[0] ?? '']
        : [],
    );
    expect(manifests.length).toBeGreaterThan(60);
    for (const manifest of manifests) {
      const [block] = evaluatePage(manifest).filter(({ type }) => type === 'CodeBlock');
      expect(load(String(block?.props.children))).toMatchObject([{ name: expect.any(String) }]);
    }
  });
});
