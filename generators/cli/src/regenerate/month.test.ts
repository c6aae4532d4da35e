import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GENERATOR } from '../generator.ts';
import { BRANCH } from './pull-request-text.ts';
import { LIBRARY, LOANS } from './testing/library.ts';
import { beginMonth, type Month } from './testing/month.ts';
import { edits, merges, publishes, regenerated, releases, type Step } from './testing/steps.ts';

const PAGE = 'specs/library/resources/books/books.md';
const REQUIRED = '<a href="#parameter-bookId"><code>bookId</code></a>';
const SPEC = 'specs/library/openapi.yaml';
const TO = `${GENERATOR.name}@${GENERATOR.version}`;

const UP_TO_DATE = 'Nothing changed: everything is up to date.';
const REFUSED = { ending: 2 as const };

const steps: readonly [string, Step][] = [
  [
    '1. the first run generates everything',
    {
      given: regenerated,
      want: {
        said: expect.stringContaining('Opened #1'),
        title: `Regenerate with ${TO}`,
        labels: ['plumbline', 'semver: patch', 'generator upgrade'],
        changesets: ['patch'],
        pages: ['+ books/books'],
      },
    },
  ],
  ['2. merged, nothing is left', { given: merges(), want: { ending: 0, said: UP_TO_DATE } }],
  [
    '3. an optional parameter is new',
    {
      given: publishes([
        '        - { name: title,',
        '        - { name: author, in: query, schema: { type: string }, description: Who wrote it. }\n        - { name: title,',
      ]),
      want: {
        said: expect.stringContaining('Opened #2'),
        title: 'Update library (minor)',
        labels: ['plumbline', 'semver: minor'],
        commits: ['Update library'],
        changelog: ['- The optional parameter `author` is new. In `GET /books`.'],
        changesets: ['minor'],
        drift: 'Drift: 0 before, 1 after.',
        pages: [],
      },
    },
  ],
  [
    '4. before that is merged, a field is new, in a new version: the same pull request tells of both',
    {
      given: publishes(
        ['version: 1.0.0', 'version: 1.1.0'],
        [
          '        title: {',
          '        year: { type: integer, description: When it came out. }\n        title: {',
        ],
      ),
      want: {
        said: expect.stringContaining('Updated #2'),
        title: 'Update library to 1.1.0 (minor)',
        commits: ['Update library to 1.1.0'],
        changelog: [
          '- The optional parameter `author` is new. In `GET /books`.',
          '- `Book.year` is new. In `GET /books`, `GET /books/{bookId}`.',
        ],
        changesets: ['minor'],
        drift: 'Drift: 0 before, 3 after.',
      },
    },
  ],
  [
    '5. nothing changes: the pull request is left as it is',
    {
      given: async (month) => {
        const [tip, done] = [month.git('ls-remote', 'origin', BRANCH), month.github.changes.length];
        const seen = await regenerated(month);
        expect(month.git('ls-remote', 'origin', BRANCH)).toBe(tip);
        // The title and the body are written again, the same.
        expect(month.github.changes.slice(done)).toEqual(['PATCH /pulls/2']);
        return seen;
      },
      want: { said: expect.stringContaining('Updated #2'), title: 'Update library to 1.1.0 (minor)' },
    },
  ],
  [
    '6. merged; the pages take it up',
    {
      given: merges(
        edits(async () => {
          await month.writePages();
          await month.generate();
        }),
      ),
      want: { ending: 0, drift: 'Drift: 3 before, 0 after.', annotations: [], pages: [] },
    },
  ],
  ['7. the client is released', { given: releases, want: { version: '0.2.0' } }],
  [
    '8. a page loses a parameter, and nobody generates: the check fails, on the lines of the page',
    {
      given: edits((files) => files.replace(PAGE, `${REQUIRED}</td>`, '</td>')),
      want: {
        ending: 1,
        annotations: [`warning ${PAGE}:119 signature-ambiguous`, `error ${PAGE}:126 param-missing-from-page`],
        drift: 'Drift: 0 before, 2 after.',
      },
    },
  ],
  [
    '9. it comes back',
    {
      given: edits(async () => {
        await month.writePages();
        await month.generate();
      }),
      want: { ending: 0, annotations: [], drift: 'Drift: 2 before, 0 after.' },
    },
  ],
  [
    '10. operations of a new kind: no page has them yet',
    {
      given: publishes(['version: 1.1.0', 'version: 1.2.0'], ['components:\n', `${LOANS}components:\n`]),
      want: {
        said: expect.stringContaining('Opened #3'),
        title: 'Update library to 1.2.0 (minor)',
        changelog: ['- `GET /loans` is new.'],
        drift: 'Drift: 0 before, 1 after.',
        pages: [],
      },
    },
  ],
  [
    '11. a page is written of them: the site has one',
    {
      given: merges(
        edits(async () => {
          await month.writePages('loans');
          await month.generate();
        }),
      ),
      want: { ending: 0, drift: 'Drift: 1 before, 0 after.', pages: ['+ loans/loans'] },
    },
  ],
  [
    '12. the server answers with a page of HTML',
    {
      given: async (month) => {
        month.answer(200, '<html><body>Back soon</body></html>');
        return regenerated(month);
      },
      want: {
        ...REFUSED,
        said: expect.stringContaining('What is published was not taken up: http://127.0.0.1'),
      },
    },
  ],
  [
    '13. the server is down',
    {
      given: async (month) => {
        month.answer(503, '');
        return regenerated(month);
      },
      want: { ...REFUSED },
    },
  ],
  [
    '14. it is back, with the spec written in another way: nothing to release',
    {
      given: publishes(['openapi: 3.1.0\n', '# Written anew.\nopenapi: 3.1.0\n']),
      want: {
        said: expect.stringContaining('Opened #4'),
        title: 'Update library',
        labels: ['plumbline', 'semver: none'],
        changelog: [],
        changesets: [],
        drift: 'Drift: none, before and after.',
      },
    },
  ],
  [
    '15. it breaks: a field is gone, and one has another type',
    {
      given: publishes(
        ['version: 1.2.0', 'version: 2.0.0'],
        ['        title: { type: string, description: What the book is called. }\n', ''],
        ['year: { type: integer', 'year: { type: string'],
      ),
      want: {
        said: expect.stringContaining('Updated #4'),
        title: 'Update library to 2.0.0 (major)',
        labels: ['plumbline', 'semver: major'],
        changelog: [
          '- `Book.title` is gone. In `GET /books`, `GET /books/{bookId}`.',
          '- `Book.year` is read as `string`, no longer as `integer`. In `GET /books`, `GET /books/{bookId}`.',
        ],
        changesets: ['major'],
      },
    },
  ],
  [
    '16. it is taken back before anyone merged it: the pull request is closed',
    {
      given: async (month) => {
        month.publish(`${month.git('show', `main:${SPEC}`)}\n`);
        return regenerated(month);
      },
      want: { ending: 0, said: 'Closed #4: nothing is left of it.' },
    },
  ],
  [
    '17. an older generator had written other files, and an operation goes: each is a commit',
    {
      given: async (month) => {
        for (const folder of ['docs/content/library', 'packages/library-client/src/generated'])
          month.files.replace(`${folder}/.plumbline-manifest.json`, TO, `${GENERATOR.name}@0.0.9`);
        month.git('commit', '--all', '--quiet', '--message', 'Downgrade');
        month.git('push', '--quiet', 'origin', 'main');
        const gone = / {4}delete:\n[\s\S]*?It is gone. }\n/.exec(month.spec)?.[0] ?? '';
        return publishes(['version: 1.2.0', 'version: 2.0.0'], [gone, ''])(month);
      },
      want: {
        said: expect.stringContaining('Opened #5'),
        title: 'Update library to 2.0.0 (major)',
        labels: ['plumbline', 'semver: major', 'generator upgrade'],
        commits: [`Regenerate with ${TO}`, 'Update library to 2.0.0'],
        changelog: ['- `DELETE /books/{bookId}` is gone.'],
        changesets: ['major', 'patch'],
      },
    },
  ],
  [
    '18. someone commits to the branch: their work is not overwritten',
    {
      given: async (month) => {
        month.interfere();
        return publishes(['A part of the title.', 'A part of the title, or all.'])(month);
      },
      want: {
        ...REFUSED,
        said: expect.stringContaining('Add notes'),
        title: 'Update library to 2.0.0 (major)',
      },
    },
  ],
  [
    '19. they merge it, and the page of what is gone goes with it; the rest comes next',
    {
      given: async (month) => {
        month.merge();
        await month.edit(async (files) => {
          await month.writePages();
          await month.generate();
          expect(files.read('NOTES.md')).toBe('Mine.\n');
        });
        month.git('push', '--quiet', 'origin', `:${BRANCH}`);
        return regenerated(month);
      },
      want: {
        said: expect.stringContaining('Opened #6'),
        title: 'Update library (patch)',
        labels: ['plumbline', 'semver: patch'],
        changelog: [expect.stringContaining('1')],
        changesets: ['patch'],
      },
    },
  ],
  [
    '20. a page is taken away, and its page of the site with it; the client is released',
    {
      given: merges(async (month) => {
        const seen = await edits(async () => {
          month.git('rm', '--quiet', '-r', 'specs/library/resources/loans');
          await month.generate();
        })(month);
        return { ...seen, version: month.release() };
      }),
      want: { pages: ['- loans/loans'], drift: 'Drift: 0 before, 1 after.', version: '1.0.0' },
    },
  ],
];

let month: Month;
beforeAll(async () => {
  month = await beginMonth(LIBRARY);
});
afterAll(() => month.end());

describe('a month of a provider', () => {
  it.each(steps)('%s', async (_, { given, want }) => {
    expect(await given(month)).toMatchObject(want);
  });

  it('leaves a changelog, and a repository as it was found', () => {
    const headings = month.files.read('specs/library/CHANGELOG.md').match(/^##? .+$/gm);
    expect(headings).toEqual(['# Changelog', '## 2.0.0', '## 2.0.0', '## 1.2.0', '## 1.1.0']);
    const page = month.files.read('docs/content/library/changelog.md');
    expect(page.match(/^## [\d.]+/gm)).toEqual(['## 2.0.0', '## 2.0.0', '## 1.2.0', '## 1.1.0']);
    expect(month.git('status', '--porcelain')).toBe('');
    expect(month.git('branch', '--show-current')).toBe('main');
  });
});
