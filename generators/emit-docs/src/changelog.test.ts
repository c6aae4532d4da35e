import { describe, expect, it } from 'vitest';
import { emitDocs } from './emit-docs.ts';
import { evaluatePage } from './evaluate-page.ts';
import { method, model, resource, service } from './sample-model.ts';

const things = service('things', [resource('books', [method('list_books')])]);
const text = `# Changelog

What changed, newest first.

## 2.0.0

1 breaking change: major.

### Breaking

**Operations removed.** Code that calls it fails.

- \`DELETE /books\` is gone.

### Pages affected

- \`acme.things.books\`: \`delete_book\`
- \`acme.things.gone\`: \`get_gone\`

## 1.0.0

### Breaking

#### Of [no rank](javascript:alert(1))

## 1.0.0

First version.
`;

function emitted(changelog: string | null, services = [things]) {
  const file = changelog === null ? {} : { changelog: { path: 'specs/acme/CHANGELOG.md', text: changelog } };
  const sourceOf = (path: string): string => path.replace('specs/acme/', '');
  const { files } = emitDocs(model(services), { ...file, sourceOf });
  return new Map(files.map(({ path, content }) => [path, content]));
}

describe('the changelog', () => {
  const files = emitted(text);
  const page = files.get('changelog.md') ?? '';
  const texts = evaluatePage(page, files.get('changelog.json'))
    .filter(({ type }) => type === 'RichText')
    .map(({ props }) => props.of);

  it('has a heading with an anchor of its own for each version and part, which a newer version leaves alone', () => {
    const headings = (content = '') => content.match(/^##.*$/gm);
    expect(headings(page)).toEqual([
      '## 2.0.0 {/* #2.0.0 */}',
      '### Breaking {/* #2.0.0-breaking */}',
      '### Pages affected {/* #2.0.0-pages-affected */}',
      '## 1.0.0 {/* #1.0.0-2 */}',
      '### Breaking {/* #1.0.0-breaking */}',
      '## 1.0.0 {/* #1.0.0 */}',
    ]);
    const later = emitted(text.replace('## 2', '## 1.0.0\n\nAgain.\n\n### Breaking\n\n## 2')).get(
      'changelog.md',
    );
    expect(headings(later)?.slice(2)).toEqual(headings(page));
    expect(page).toContain('title: Changelog\n');
    expect(page).toContain('source: CHANGELOG.md\n');
  });

  it('tells between them what is written, and leads to the pages of resources that there are', () => {
    expect(texts).toEqual([
      [{ el: 'p', of: 'What changed, newest first.' }],
      [{ el: 'p', of: '1 breaking change: major.' }],
      [
        {
          el: 'Prose',
          of: [
            { el: 'p', of: [{ el: 'strong', of: 'Operations removed.' }, ' Code that calls it fails.'] },
            { el: 'ul', of: [{ el: 'li', of: [{ el: 'code', of: 'DELETE /books' }, ' is gone.'] }] },
          ],
        },
      ],
      [
        {
          el: 'Prose',
          of: [
            {
              el: 'ul',
              of: [
                {
                  el: 'li',
                  of: [
                    {
                      el: 'a',
                      href: '/acme/things/books',
                      of: [{ el: 'code', of: 'acme.things.books' }],
                    },
                    ': ',
                    { el: 'code', of: 'delete_book' },
                  ],
                },
                {
                  el: 'li',
                  of: [{ el: 'code', of: 'acme.things.gone' }, ': ', { el: 'code', of: 'get_gone' }],
                },
              ],
            },
          ],
        },
      ],
      [
        {
          el: 'Prose',
          of: [{ el: 'p', of: [{ el: 'strong', of: 'Of [no rank](javascript:alert(1))' }] }],
        },
      ],
      [{ el: 'p', of: 'First version.' }],
    ]);
  });

  it('is led to from the page of the provider and from llms.txt, and has a twin', () => {
    expect(files.get('index.md')).toContain('\nchangelog: <a href="/acme/changelog">2.0.0</a>\n');
    expect(files.get('_static/acme/llms.txt')).toContain('\n- [Changelog](/acme/changelog.md): ');
    const twin = text.replace('#### Of [no rank]', '**Of \\[no rank\\]').replace('(1))\n', '(1))**\n');
    expect(files.get('_static/acme/changelog.md')).toBe(twin);
    expect(files.get('_static/acme/llms-full.txt')).toContain(twin);
  });

  it('is nowhere where nobody keeps one', () => {
    const none = [...emitted(null)].filter(([path, content]) => /changelog/i.test(path + content));
    expect(none).toEqual([]);
  });

  it('makes room for a service of its name', () => {
    const paths = [...emitted(text, [service('changelog', [])]).keys()];
    expect(paths).toContain('changelog/index.md');
    expect(paths).toContain('changelog-of-versions.md');
  });
});
