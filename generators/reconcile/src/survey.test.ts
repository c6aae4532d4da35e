import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Code, type Diagnostic, dictionary, type InputFile, member } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { reconcile } from './reconcile.ts';
import { SETTINGS } from './testing/library.ts';
import {
  deadLinks,
  documentedMethods,
  emptyDescriptions,
  hasEmptyTable,
  listed,
  untoldFieldEnums,
  untoldParams,
} from './testing/survey-counts.ts';

const okta = path.resolve(import.meta.dirname, '../../../../shared/corpora/okta');

/** A row of the survey's table of what the pages of September 2025 get wrong. */
interface SurveyRow {
  readonly survey: number;
  /** The survey's number once more, by the rule that gives it, counted without our comparison. */
  readonly counted?: () => number;
  readonly found: () => number;
  readonly want: number;
  /** Why the two differ; null where they do not. */
  readonly why: string | null;
}

function surveyRows(): readonly [string, SurveyRow][] {
  const files = (glob: string): readonly InputFile[] =>
    globSync(glob, { cwd: okta }).map((file) => ({
      path: file,
      text: readFileSync(path.join(okta, file), 'utf8'),
    }));
  const spec = readOpenApi(files('openapi.yaml'));
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  const pages = readResourcePages(files('pages/**/*.md'), { provider: 'okta' });
  const settings = { ...SETTINGS, provider: 'okta', serverVariables: dictionary<never>() };
  const { diagnostics } = reconcile({ spec, pages, settings });
  const documented = documentedMethods(pages.resources, {
    document: spec.document,
    bindings: readFileSync(path.join(okta, 'bindings.tsv'), 'utf8'),
  });

  const findings = (...codes: readonly Code[]) => diagnostics.filter(({ code }) => codes.includes(code));
  const count =
    (...codes: readonly Code[]) =>
    () =>
      findings(...codes).length;
  const methodsOf = (code: Code) => () => new Set(findings(code).map(methodKey)).size;
  const pagesOf = (code: Code) => () => new Set(findings(code).map(({ subject }) => subject.resource)).size;
  const verbs = new Map(documented.map(({ key, method }) => [key, method.verb?.value]));
  const keyless = (verb: string) => () =>
    findings('signature-names-no-row').filter((one) => verbs.get(methodKey(one)) === verb).length;
  const subdomainAlone = (verb: string) => () =>
    documented.filter(({ method }) => method.verb?.value === verb && listed(method).join() === 'subdomain')
      .length;
  const params = (key: string) => () => untoldParams(documented, spec.document, key);

  return [
    [
      'required path parameters missing',
      { survey: 776, found: count('param-missing-from-page'), want: 776, why: null },
    ],
    ['… on methods', { survey: 526, found: methodsOf('param-missing-from-page'), want: 526, why: null }],
    ['… on pages', { survey: 153, found: pagesOf('param-missing-from-page'), want: 153, why: null }],
    [
      'optional parameters of a path item missing',
      { survey: 26, found: count('optional-param-missing-from-page'), want: 26, why: null },
    ],
    [
      '… on methods',
      { survey: 14, found: methodsOf('optional-param-missing-from-page'), want: 14, why: null },
    ],
    [
      'two methods of one verb with one required set',
      { survey: 96, found: count('signature-ambiguous'), want: 96, why: null },
    ],
    ['… on pages', { survey: 89, found: pagesOf('signature-ambiguous'), want: 89, why: null }],
    [
      'DELETE keyed by `subdomain` alone',
      { survey: 98, counted: subdomainAlone('delete'), found: keyless('delete'), want: 98, why: null },
    ],
    [
      'UPDATE keyed by `subdomain` alone',
      {
        survey: 21,
        counted: subdomainAlone('update'),
        found: keyless('update'),
        want: 22,
        why:
          'Of those 21, 4 change one thing, their path has no parameter: nothing is wrong. But 5 more list fields of the body, or an ' +
          'optional parameter, which name no row either.',
      },
    ],
    [
      'REPLACE keyed by `subdomain` alone',
      {
        survey: 55,
        counted: subdomainAlone('replace'),
        found: keyless('replace'),
        want: 68,
        why:
          'Methods that list `subdomain` and nothing else are 55. Of those, 9 change one thing, their path has no ' +
          'parameter: nothing is wrong. But 22 more list fields of the body, or an optional parameter, which name no row either.',
      },
    ],
    [
      'enum missing on fields',
      {
        survey: 225,
        counted: () => untoldFieldEnums(documented, spec.document),
        found: count('field-enum-missing-from-page'),
        want: 233,
        why:
          'The survey follows `$ref` alone: 4 more have their enum in an `allOf`. And it takes a value for told wherever its letters ' +
          'stand: `VERIFIED` in `UNVERIFIED`, or a default and an example that happen to be all values (4).',
      },
    ],
    [
      'enum missing on parameters',
      {
        survey: 19,
        counted: params('enum'),
        found: count('param-enum-missing-from-page'),
        want: 12,
        why:
          'The survey counts a parameter once a method, here it is once a row, which methods share. It also counts lists whose items ' +
          'have an enum (2 rows).',
      },
    ],
    [
      'default missing on parameters',
      {
        survey: 74,
        counted: params('default'),
        found: count('param-default-missing-from-page'),
        want: 70,
        why: 'Here it is once a row. But a value that is told as something else, `Maximum value: 200`, is no default.',
      },
    ],
    [
      'minimum and maximum missing on parameters',
      {
        survey: 32 + 39,
        counted: () => params('minimum')() + params('maximum')(),
        found: count('param-bound-missing-from-page'),
        want: 71,
        why: null,
      },
    ],
    [
      'empty field description',
      {
        survey: 181,
        counted: () => emptyDescriptions(documented),
        found: count('field-description-missing-from-page'),
        want: 0,
        why: 'The spec describes none of these fields either, so the two sides agree.',
      },
    ],
    [
      'empty Fields table where the response has fields',
      {
        survey: 14,
        counted: () => documented.filter(({ page, method }) => hasEmptyTable(page, method)).length,
        found: count('fields-table-empty'),
        want: 13,
        why: 'The response of one of them is a list of texts, which has no fields.',
      },
    ],
    [
      'fields lost by a partial `allOf` merge',
      { survey: 17, found: count('field-missing-from-page'), want: 17, why: null },
    ],
    ['… on pages', { survey: 3, found: pagesOf('field-missing-from-page'), want: 3, why: null }],
    [
      'methods that list a read-only body field as required',
      { survey: 3, found: methodsOf('read-only-field-required'), want: 3, why: null },
    ],
    [
      "a parameter row carrying another method's text",
      {
        survey: 16,
        found: count('param-row-of-other-method'),
        want: 7,
        why:
          'The survey counts methods: the 7 rows tell 8 methods what the spec says of another. It also counts the empty row of ' +
          '`sendEmail` (5 methods, here `param-description-missing-from-page`), texts that differ by a link alone (3), and a row of ' +
          'which the spec says nothing else (1).',
      },
    ],
    [
      'dead `#parameter-x` links',
      {
        survey: 146,
        counted: () => documented.flatMap(({ page, method }) => deadLinks(page, method)).length,
        found: count('param-link-dead'),
        want: 146,
        why: null,
      },
    ],
    [
      'deprecated operation with no mark',
      {
        survey: 10,
        counted: () => documented.filter(({ operation }) => member(operation, 'deprecated') === true).length,
        found: count('deprecation-missing-from-page'),
        want: 7,
        why: "The survey looks for a mark. Of 3 the page's description tells it in words.",
      },
    ],
    [
      'manifest YAML that does not parse',
      {
        survey: 14,
        found: () => pages.diagnostics.filter(({ code }) => code === 'manifest-unreadable').length,
        want: 14,
        why: null,
      },
    ],
  ];
}

function methodKey({ subject }: Pick<Diagnostic, 'subject'>): string {
  return `${subject.resource} ${subject.method}`;
}

const title = "what published pages get wrong: the survey's count beside ours (needs ../shared/corpora)";
// The rows read the documents, so they are made only where those are there.
if (!existsSync(okta)) it.skipIf(true)(title, () => undefined);
else {
  describe(title, () => {
    const rows = surveyRows().map(
      ([name, row]) => [`${name}: survey ${row.survey}, found ${row.want}`, row] as const,
    );
    it.each(rows)('%s', (_, { survey, counted, found, want, why }) => {
      expect(found()).toBe(want);
      expect(counted?.() ?? survey).toBe(survey);
      expect(why === null).toBe(survey === want);
    });
  });
}
