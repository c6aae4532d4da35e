import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readResourcePages } from './read-resource-pages.ts';
import { placesIn } from './testing/places.ts';

const OVERVIEW = '## Overview\n<table><tr><td>Id</td><td>`a.b.c`</td></tr></table>\n\n';
/** What a page may take. Whatever is quadratic takes longer by orders of magnitude. */
const LIMIT_MS = 5_000;

const places: [string, (text: string) => string][] = [
  ['nowhere', (text) => text],
  ['front matter', (text) => `---\n${text}\n---\n${OVERVIEW}`],
  [
    'a cell',
    (text) =>
      `${OVERVIEW}## Methods\n<table><tr><th>Name</th><th>Description</th></tr><tr><td>a</td><td>${text}</td></tr></table>`,
  ],
  [
    'a pipe row',
    (text) =>
      `${OVERVIEW}## Fields\n| Name | Datatype | Description |\n|--|--|--|\n| a | ${text} | ${text} |\n`,
  ],
  [
    'tabs',
    (text) =>
      `${OVERVIEW}## \`SELECT\` examples\n<Tabs values={[${text}]}>\n<TabItem value="a">\n${text}</TabItem></Tabs>`,
  ],
  ['a fence', (text) => `${OVERVIEW}## \`INSERT\` examples\n\`\`\`sql\n${text}`],
];

/** Within a line: 60 kB of them. */
const inline = [
  ...[
    '<a x={',
    '<a x="',
    "<a x={'\\'",
    '<td>',
    '<table><tr><td>',
    '</',
    '<',
    '<x-y ',
    '<code>',
    '<!--',
    '{/*',
    '<!-- plumbline-ignore a: b --> ',
    '{/* plumbline-ignore a, b: c */} d ',
  ],
  ...[
    '`',
    '`a``b```',
    '`a<br>',
    '\\`',
    '<CodeBlock>{`',
    '|',
    '\\',
    '&',
    '&amp;',
    '{',
    '}',
    "{ label: 'a', value: 'b' },",
  ],
  ...[
    'a,',
    'SELECT ',
    'not supported ',
    '(default: a) ',
    '(a',
    '***',
    '[](',
    '> - 1. ',
    ' ',
    '\t',
    '\0',
    '\u2028',
  ],
];
/** Lines: a Markdown parser takes its time over each, so 5 kB. */
const lines = [
  ...['```', '```sql', '~~~', '</TabItem>\n```sql', '## Fields', '#', '</CodeBlock>', '*/}', '-->', '---'],
  ...['<TabItem value="a">', '<Tabs values={[', '| a', '| Name |\n|---|', 'a', ''],
  ...['a\n---\n', '> ```', '- ~~~', '<h2>a</h2>', '<!-- plumbline-ignore a: b -->\n## a'],
];
const units = [
  ...inline.map((unit) => ({ unit, text: unit.repeat(60_000 / unit.length) })),
  ...lines.map((unit) => ({ unit, text: `${unit}\n`.repeat(5_000 / (unit.length + 1)) })),
];

describe('hostile pages', () => {
  it.each(places)(
    'are read in linear time, with the worst in %s',
    { timeout: units.length * LIMIT_MS },
    (_name, place) => {
      for (const { unit, text } of units) {
        const start = process.cpuUsage().user / 1000;
        readResourcePages([{ path: 'a/b/c.md', text: place(text) }], { provider: null });
        expect(process.cpuUsage().user / 1000 - start, JSON.stringify(unit)).toBeLessThan(LIMIT_MS);
      }
    },
  );

  it('are read whatever is cut out of them, each place inside of the page', () => {
    const fixtures = join(import.meta.dirname, '../fixtures');
    const pages = readdirSync(fixtures)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(fixtures, name), 'utf8'));
    const cut = fc.tuple(fc.nat(20_000), fc.nat(400));
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.array(cut, { maxLength: 4 }), (page, cuts) => {
        const text = cuts.reduce((rest, [at, length]) => {
          const start = at % (rest.length + 1);
          return rest.slice(0, start) + rest.slice(start + length);
        }, page);
        const lines = text.split('\n');
        const read = readResourcePages([{ path: 'a/b/c.md', text }], { provider: null });
        const outside = placesIn([...read.resources, ...read.indexes]).filter(
          ({ source }) => source.column > (lines[source.line - 1]?.length ?? -1) + 1,
        );
        expect(outside).toEqual([]);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('keep names that objects have of their own', () => {
    const text = `---\n__proto__: { a: 1 }\nconstructor: b\n---\n${OVERVIEW}## Methods\n| Name | Accessible by | Required Params |\n|--|--|--|\n| \`__proto__\` | \`select\` | \`constructor, ../x, toString\` |\n`;
    const [page] = readResourcePages([{ path: 'p.md', text }], { provider: 'a' }).resources;
    expect(Object.keys(page?.frontMatter ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(page?.frontMatter)).toBe(null);
    expect(page?.methods.map(({ name }) => name.value)).toEqual(['__proto__']);
    expect(page?.methods.flatMap(({ required }) => required.map(({ name }) => name.value))).toEqual([
      'constructor',
      '../x',
      'toString',
    ]);
  });

  it('bring nothing to life', () => {
    const given = '*/ ${process.env.X} {process.env.X} </script> `"\' \u202e \u2028';
    const text = `${OVERVIEW}## Fields\n| Name | Description |\n|--|--|\n| \`a\` | ${given} |\n`;
    const [page] = readResourcePages([{ path: 'p.md', text }], { provider: 'a' }).resources;
    expect(page?.fieldSets[0]?.fields[0]?.description?.value).toBe(given.trim());
  });
});
