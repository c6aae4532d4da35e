import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile, Spec } from '@plumbline/model';
import { lazy } from '@plumbline/yaml';
import { describe, expect, test } from 'vitest';
import { findings, readFiles } from './testing.ts';

const corpora = join(import.meta.dirname, '../../../../shared/corpora');

function inputFile(name: string): InputFile {
  return { path: name, text: readFileSync(join(corpora, name), 'utf8') };
}

/** How often each kind of finding comes. */
function counts(lines: readonly string[]): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  for (const line of lines) {
    const code = line.split(' ').slice(1, 3).join(' ').replace(':', '');
    count[code] = (count[code] ?? 0) + 1;
  }
  return count;
}

describe.skipIf(!existsSync(corpora))('the real specs (needs ../shared/corpora)', () => {
  describe('Okta 5.1.0, raw', () => {
    const file = lazy(() => inputFile('okta/openapi.yaml'));
    const spec = lazy(() => readFiles([file()]));

    test('is read whole', () => {
      const { operations, schemas, document } = spec();
      expect(Object.keys(document.paths ?? {})).toHaveLength(452);
      expect(operations).toHaveLength(705);
      expect(Object.keys(schemas)).toHaveLength(1386);
    });

    test('operations have the parameters of their path items', () => {
      const rows = inputFile('okta/missing-path-params.tsv').text.trim().split('\n').slice(1);
      expect(rows).toHaveLength(776);
      expect(pathItemParameters(spec())).toHaveLength(802);
      expect(pathItemParameters(spec()).filter(({ in: place }) => place === 'path')).toHaveLength(776);
    });

    test('its known defects are found where they stand in the file', () => {
      const lines = file().text.split('\n');
      const found = findings([file()]);
      expect(counts(found)).toEqual({
        'info ref-in-data': 13,
        'info property-named-ref': 1,
        'info example-invalid': 21,
        'warning pattern-not-javascript': 3,
        'warning path-param-not-required': 1,
        'warning default-invalid': 11,
        'warning required-property-undeclared': 4,
      });
      const marks: Readonly<Record<string, string>> = {
        'ref-in-data': '$ref:',
        'property-named-ref': '$ref:',
        'pattern-not-javascript': 'pattern: (?i)',
        'path-param-not-required': 'name: id',
        'default-invalid': 'default:',
        'required-property-undeclared': 'required:',
        'example-invalid': 'example:',
      };
      for (const finding of found) {
        const [, line, column, code] = /:(\d+):(\d+) \w+ ([\w-]+)/.exec(finding) ?? [];
        expect(lines[Number(line) - 1]?.slice(Number(column) - 1), finding).toMatch(marks[code ?? ''] ?? '');
      }
    });

    test('paging is recognised wherever a list has a cursor', () => {
      const paged = spec().operations.filter(({ pagination }) => pagination !== null);
      expect(paged.every(({ pagination }) => pagination?.kind === 'link')).toBe(true);
      expect(paged).toHaveLength(54);
    });

    test('security, servers and examples are there', () => {
      const { operations, securitySchemes, servers } = spec();
      expect(securitySchemes.map(({ name, type }) => `${name} ${type}`)).toEqual([
        'apiToken apiKey',
        'oauth2 oauth2',
      ]);
      expect(servers[0]?.variables[0]?.name).toBe('yourOktaDomain');
      const list = operations.find(({ operationId }) => operationId === 'listUsers');
      expect(list?.security).toEqual([
        { schemes: [{ name: 'apiToken', scopes: [] }] },
        { schemes: [{ name: 'oauth2', scopes: ['okta.users.read'] }] },
      ]);
      expect(list?.responses[0]?.contents[0]?.examples.length).toBeGreaterThan(0);
    });
  });

  test('Okta 2026.06.3', () => {
    const { operations, schemas } = readFiles([inputFile('okta/openapi-2026.06.3.yaml')]);
    expect(operations).toHaveLength(732);
    expect(Object.keys(schemas)).toHaveLength(1541);
  });

  test('the same spec as JSON is the same but for its places', () => {
    const yaml = readFiles([inputFile('okta/openapi.yaml')]);
    const json = readFiles([{ path: 'okta/openapi.yaml', text: JSON.stringify(yaml.document, null, 2) }]);
    expect(json.document).toEqual(yaml.document);
    expect(json.diagnostics).toEqual(yaml.diagnostics);
    const [finding] = json.diagnostics;
    if (finding === undefined || !('pointer' in finding.place)) throw new Error('There is no finding.');
    expect(json.locate(finding.place).line).toBeGreaterThan(1);
  });

  test('the GitHub sample, merged of four files', () => {
    const folder = 'github-sample/specs';
    const files = readdirSync(join(corpora, folder)).map((name) => inputFile(`${folder}/${name}`));
    const spec = readFiles(files);
    expect(spec.files).toHaveLength(4);
    expect(spec.operations).toHaveLength(31);
    expect(spec.operations.filter(({ pagination }) => pagination?.kind === 'link')).toHaveLength(8);
    expect(Object.keys(spec.document.paths ?? {})).toHaveLength(20);
    expect(counts(findings(files))).toEqual({ 'error path-param-undeclared': 6, 'warning enum-invalid': 1 });
  });
});

function pathItemParameters({ operations }: Spec) {
  return operations.flatMap(({ parameters }) => parameters.filter(({ level }) => level === 'path-item'));
}
