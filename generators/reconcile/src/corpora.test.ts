import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dictionary, type InputFile, type Method, type ProviderSettings, type Spec } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readProviderYaml } from '@plumbline/read-provider-yaml';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { type Reconciled, reconcile } from './reconcile.ts';
import { SETTINGS } from './testing/library.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const corpora = path.resolve(root, '../shared/corpora');

function read(cwd: string, ...globs: readonly string[]): readonly InputFile[] {
  return globSync(globs, { cwd }).map((file) => ({
    path: file,
    text: readFileSync(path.join(cwd, file), 'utf8'),
  }));
}

function readSpec(files: readonly InputFile[]): Spec {
  const spec = readOpenApi(files);
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  return spec;
}

function settingsOf(provider: string, settings: Partial<ProviderSettings> = {}): ProviderSettings {
  return { ...SETTINGS, provider, serverVariables: dictionary(), ...settings };
}

function tsv(file: string): readonly (readonly string[])[] {
  const [, ...rows] = readFileSync(path.join(corpora, 'okta', file), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => row.split('\t'));
}

function methodsOf({ model }: Reconciled): ReadonlyMap<string, Method> {
  return new Map(
    model.services.flatMap(({ resources }) =>
      resources.flatMap(({ id, methods }) =>
        methods.map((method) => [`${id}.${method.name}`, method] as const),
      ),
    ),
  );
}

/** A suite on the real documents; without them it is skipped by name, and its body, which reads them, is not run. */
function describeCorpora(name: string, body: () => void): void {
  const title = `${name} (needs ../shared/corpora)`;
  if (existsSync(corpora)) describe(title, body);
  else it.skipIf(true)(title, () => undefined);
}

describe('the embedded provider', () => {
  const specs = path.join(root, 'specs/okta');
  it('has no drift', () => {
    const bound = [
      ['get', 'GET /api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}'],
      ['list', 'GET /api/v1/users/{userId}/clients/{clientId}/tokens'],
      ['delete', 'DELETE /api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}'],
      ['deleteAll', 'DELETE /api/v1/users/{userId}/clients/{clientId}/tokens'],
    ] as const;
    const settings = settingsOf('okta', {
      serverVariables: dictionary([
        ['subdomain', { url: 'https://{subdomain}.okta.com', default: 'my-org' }],
      ]),
      bind: dictionary(bound.map(([method, key]) => [`okta.user.clienttokens.${method}`, key])),
    });
    const pages = readResourcePages(read(specs, 'resources/**/*.md'), { provider: 'okta' });
    const { diagnostics } = reconcile({ spec: readSpec(read(specs, 'openapi.yaml')), pages, settings });
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

describeCorpora('Okta of September 2025', () => {
  const okta = path.join(corpora, 'okta');
  const pages = readResourcePages(read(okta, 'pages/**/*.md'), { provider: 'okta' });
  const settings = settingsOf('okta');

  describe('on its own spec', () => {
    const reconciled = reconcile({ spec: readSpec(read(okta, 'openapi.yaml')), pages, settings });
    const { diagnostics } = reconciled;

    it('binds all 699 methods of 190 resources as the provider does', () => {
      const bound = [...methodsOf(reconciled)].map(
        ([id, { sqlVerb, operation }]) => `${id} ${sqlVerb} ${operation}`,
      );
      const truth = tsv('bindings.tsv').map(
        ([resource, method, verb, http, url]) => `${resource}.${method} ${verb} ${http} ${url}`,
      );
      expect(bound).toHaveLength(699);
      expect(bound.toSorted()).toEqual(truth.toSorted());
      expect(reconciled.model.services.flatMap(({ resources }) => resources)).toHaveLength(190);
    });

    it('reports the 776 required path parameters that the pages lack, and no others', () => {
      const found = diagnostics
        .filter(({ code }) => code === 'param-missing-from-page')
        .map(({ subject }) => [subject.resource, subject.method, subject.name].join(' '));
      expect(found.toSorted()).toEqual(
        tsv('missing-path-params.tsv')
          .map((row) => row.join(' '))
          .toSorted(),
      );
    });

    it('reports the 26 optional query parameters that stand at a path item, and no others', () => {
      const found = diagnostics.filter(({ code }) => code === 'optional-param-missing-from-page');
      expect(found).toHaveLength(26);
      expect(new Set(found.map(({ subject }) => `${subject.resource}.${subject.method}`)).size).toBe(14);
      expect(new Set(found.map(({ subject }) => subject.in))).toEqual(new Set(['query']));
    });

    // What else the survey of the pages counted is in survey.test.ts.
    it('reports what the survey did not count', () => {
      const counts = (code: string) => diagnostics.filter((one) => one.code === code).length;
      expect(counts('server-variable-unmapped')).toBe(1);
      expect(counts('operation-missing-from-pages')).toBe(6);
    });

    it('finds every finding at a place', () => {
      const { locate } = readSpec(read(okta, 'openapi.yaml'));
      for (const { place } of diagnostics) {
        const { line, column } = 'pointer' in place ? locate(place) : place;
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
      }
    });
  });

  describe("with the provider's own YAML", () => {
    const providerYaml = readProviderYaml(read(path.join(okta, 'stackql-provider'), '**/*.yaml'), {
      provider: 'okta',
    });
    if ('unreadable' in providerYaml) throw new Error(providerYaml.unreadable[0]?.message);
    const thirdSide = ({ diagnostics }: Reconciled): Readonly<Record<string, number>> => {
      const counts: Record<string, number> = {};
      for (const { code } of diagnostics) {
        if (/yaml/.test(code)) counts[code] = (counts[code] ?? 0) + 1;
      }
      return counts;
    };

    it('binds all 699 methods by it, as the provider does', () => {
      const spec = readSpec(read(okta, 'openapi.yaml'));
      const reconciled = reconcile({ spec, pages, settings, providerYaml });
      const bound = [...methodsOf(reconciled)].map(
        ([id, { operation, boundBy }]) => `${id} ${operation} ${boundBy}`,
      );
      const truth = tsv('bindings.tsv').map(
        ([resource, method, , http, url]) => `${resource}.${method} ${http} ${url} x-stackql`,
      );
      expect(bound.toSorted()).toEqual(truth.toSorted());
      // Methods whose rows are lost, since the YAML says of their `oneOf` responses that they have no content.
      expect(thirdSide(reconciled)).toEqual({ 'yaml-media-type-differs': 9 });
      expect(reconciled.model.serverVariables).toMatchObject([{ name: 'subdomain', default: 'my-org' }]);
      expect(reconciled.diagnostics.filter(({ code }) => code === 'server-variable-unmapped')).toEqual([]);
    });

    it('reports the 16 operations that the spec of June 2026 no longer has, and binds the renamed one', () => {
      const spec = readSpec(read(okta, 'openapi-2026.06.3.yaml'));
      const reconciled = reconcile({ spec, pages, settings, providerYaml });
      expect(thirdSide(reconciled)).toEqual({
        'yaml-media-type-differs': 9,
        'yaml-operation-missing-from-spec': 16,
      });
      const bound = [...methodsOf(reconciled).values()].filter(({ operation }) => operation !== null);
      expect(bound).toHaveLength(683);
    });

    it('has its resources without pages', () => {
      const spec = readSpec(read(okta, 'openapi.yaml'));
      const none = readResourcePages([], { provider: 'okta' });
      const methods = [...methodsOf(reconcile({ spec, pages: none, settings, providerYaml })).values()];
      expect(methods.filter(({ boundBy }) => boundBy === 'x-stackql')).toHaveLength(699);
      // What it names no method for.
      expect(methods.filter(({ boundBy }) => boundBy === 'operation-id')).toHaveLength(6);
    });
  });

  describe('on the spec of June 2026', () => {
    const reconciled = reconcile({ spec: readSpec(read(okta, 'openapi-2026.06.3.yaml')), pages, settings });
    const methods = methodsOf(reconciled);
    const truth = new Map(
      tsv('bindings.tsv').map(([resource, method, , http, url]) => [
        `${resource}.${method}`,
        `${http} ${url}`,
      ]),
    );

    it('binds 682 methods, none of them wrongly', () => {
      const bound = [...methods].filter(([, { operation }]) => operation !== null);
      expect(bound).toHaveLength(682);
      expect(bound.filter(([id, { operation }]) => truth.get(id) !== operation)).toEqual([]);
    });

    it('leaves the methods of removed operations unbound, and a renamed one with the right candidate', () => {
      const unbound = reconciled.diagnostics.filter(({ code }) => code === 'method-unbound');
      expect(unbound).toHaveLength(17);
      const renamed = unbound.find(({ subject }) => subject.method === 'update_adgroup_membership');
      expect(renamed?.message).toContain('`POST /api/v1/directories/{appInstanceId}/groups/modify`');
    });
  });
});

describeCorpora('GitHub, whose pages have no prefix for body fields', () => {
  const github = path.join(corpora, 'github-sample');
  const spec = readSpec(read(github, 'specs/*.yaml'));
  const pages = readResourcePages(read(github, 'pages/**/*.md'), { provider: 'github' });
  const reconciled = reconcile({ spec, pages, settings: settingsOf('github') });

  it('has every method bound', () => {
    const methods = [...methodsOf(reconciled).values()];
    expect(methods).toHaveLength(31);
    expect(methods.filter(({ operation }) => operation === null)).toEqual([]);
  });

  it('has nothing reported missing that is there', () => {
    const missing = reconciled.diagnostics.filter(
      ({ code }) => code.endsWith('-missing-from-page') || code.endsWith('-missing-from-spec'),
    );
    expect(new Set(missing.map(({ code }) => code))).toEqual(
      new Set([
        'param-default-missing-from-page',
        'field-bound-missing-from-page',
        'deprecation-missing-from-page',
      ]),
    );
  });
});
