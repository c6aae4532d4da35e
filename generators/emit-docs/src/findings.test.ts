import type { Diagnostic } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { emitDocs } from './emit-docs.ts';
import { evaluatePage } from './evaluate-page.ts';
import { method, model, resource, service } from './sample-model.ts';

const acme = model([
  service('library', [resource('books', [method('list_books')]), resource('loans', [method('list_loans')])]),
  service('index', [resource('pages', [method('list_pages')])]),
  service('office', [resource('desks', [method('list_desks')])]),
]);

const finding = (severity: Diagnostic['severity'], subject: Diagnostic['subject']): Diagnostic => ({
  code: 'param-missing-from-page',
  severity,
  message: 'Lacks `id`.',
  hint: '',
  subject,
  source: { file: 'specs/acme/books.md', line: 12, column: 9 },
  related: [{ message: 'the spec declares it', source: { file: 'specs/acme/api.yaml', line: 3, column: 1 } }],
});

const diagnostics = [
  finding('info', { resource: 'acme.things.books' }),
  finding('error', { resource: 'acme.things.books' }),
  finding('warning', { resource: 'acme.things.pages' }),
  finding('info', {}),
];
const emitted = emitDocs(acme, {
  findings: diagnostics,
  sourceOf: (file) => file.replace('specs/acme/', ''),
});
const files = new Map(emitted.files.map(({ path, content }) => [path, content]));
const page = (path: string) =>
  evaluatePage(
    files.get(path) ?? expect.unreachable(`There is no ${path}.`),
    files.get(path.replace('.md', '.json')),
  );
const all = (path: string, type: string) =>
  page(path)
    .filter((element) => element.type === type)
    .map(({ props }) => props);
/** The rows of each table of findings. */
const found = (path: string) => all(path, 'Findings').map(({ of }) => of);

describe('what a run found', () => {
  it('is told in numbers: by kind, then by page', () => {
    expect(files.get('consistency.md')).toContain('\nIn all 1 error, 1 warning, 2 notes.\n');
    const code = 'param-missing-from-page';
    const title = 'Required parameter missing from the page';
    expect(all('consistency.md', 'FindingKinds')).toEqual([
      {
        of: [
          { severity: 'error', code, title, count: 1 },
          { severity: 'warning', code, title, count: 1 },
          { severity: 'info', code, title, count: 2 },
        ],
      },
    ]);
    const href = '/acme/consistency';
    expect(all('consistency.md', 'FindingPages')).toEqual([
      {
        of: [
          {
            id: 'acme.things.books',
            href: `${href}/library#acme-things-books`,
            errors: 1,
            warnings: 0,
            notes: 1,
          },
          {
            id: 'acme.things.pages',
            href: `${href}/index#acme-things-pages`,
            errors: 0,
            warnings: 1,
            notes: 0,
          },
        ],
      },
    ]);
    expect(found('consistency.md')).toMatchObject([[{ severity: 'info', code }]]);
  });

  it('is told on a page of each service that is concerned, most severe first', () => {
    expect([...files.keys()].filter((path) => path.includes('consistency'))).toEqual([
      'consistency.md',
      'consistency.json',
      'consistency/library.md',
      'consistency/library.json',
      'consistency/-index.md',
      'consistency/-index.json',
      '_static/acme/consistency.md',
      '_static/acme/consistency/library.md',
      '_static/acme/consistency/index.md',
    ]);
    expect(found('consistency/library.md')).toMatchObject([[{ severity: 'error' }, { severity: 'info' }]]);
  });

  it('names the place of each finding, and what it is held against', () => {
    expect(all('consistency/-index.md', 'Findings')).toEqual([
      {
        files: ['books.md', 'api.yaml'],
        of: [
          {
            severity: 'warning',
            code: 'param-missing-from-page',
            text: ['Lacks ', { el: 'code', of: 'id' }, '.'],
            places: [
              [0, 12, 9],
              [1, 3, 1, 'the spec declares it'],
            ],
          },
        ],
      },
    ]);
  });

  it('is led to from the pages concerned, and leads back', () => {
    const [badge] = all('library/books/index.md', 'DriftBadge');
    expect(badge).toEqual({
      errors: '1',
      warnings: '0',
      href: '/acme/consistency/library#acme-things-books',
    });
    expect(files.get('consistency/library.md')).toContain('## books {/* #acme-things-books */}');
    expect(all('consistency/library.md', 'a')).toMatchObject([{ href: '/acme/library/books' }]);
    expect(all('library/loans/index.md', 'DriftBadge')).toEqual([]);
  });

  it('is told in Markdown too', () => {
    expect(files.get('_static/acme/consistency/library.md')).toBe(
      [
        '# Consistency of library\n',
        '## books\n',
        '- error `param-missing-from-page`: Lacks `id`. (`books.md:12:9`, `api.yaml:3:1`)',
        '- info `param-missing-from-page`: Lacks `id`. (`books.md:12:9`, `api.yaml:3:1`)\n',
      ].join('\n'),
    );
    expect(files.get('_static/acme/consistency.md')).toContain(
      '- [library](/acme/consistency/library.md): 1 error, 1 note',
    );
  });
});
