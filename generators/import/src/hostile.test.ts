import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { ImportKind } from './detect-kind.ts';
import { importDocument } from './import-document.ts';

const make = (text: string, as: ImportKind) => importDocument({ path: 'a.txt', text }, { as });

/** What ends a cell, a string, a tag, a fence, a comment or a document. */
const ATTACKS = [
  '</td></tr></table><script>alert(1)</script>',
  '{process.env.HOME}',
  '`${process.exit()}`',
  "'] }; import fs from 'fs'; //",
  '" onClick={x} a="',
  '](javascript:alert(1)) [x',
  '<!-- x --> */ --> {/* */}',
  '```\n---\ntitle: x\n---',
  ': {a: &a [*a]} # x',
  '!!js/function "x"',
  '\u202e\u0000\u001b[31m\ud800',
  '&#123;process&#125; &lt;b&gt;',
];

const page = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return `Ida.b.c\n\nFields\n\nName\tDatatype\tDescription\nid\tstring\t${line}\n${line.replace(/\s/g, '')}\tstring (${line})\t${line}\n\nMethods\n\nName\tAccessible by\tRequired Params\tOptional Params\tDescription\nget\tselect\t${line}\tx\t${line}\n\nParameters\n\nName\tDatatype\tDescription\nx\tstring\t${line}\n\nSELECT examples\n\n${line}\n\nSELECT\nid\nFROM a.b.c\nWHERE x = '${line.replace(/['\0]/g, '')}';\n`;
};

const reference = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  const word = line.replace(/[\s/{}?#]/g, '') || 'x';
  return `${line} title\n\nGet ${line}\n\nLabels ${line}\n\nAuthorizations: oauth2 (${line.replace(/[()]/g, '')})\nquery Parameters\n${word}\nstring\nDefault: ${line}\n\n${line}\n\nExample: ${line}\nResponses\n200\n\n${line}\n\nResponse Schema: application/json\n${word}\nstring\n\n${line}\n\nget/${word}\nResponse samples\n${JSON.stringify({ [text]: text })}\n`;
};

describe('what is written of hostile documents', () => {
  it.each(ATTACKS)('is a page that reads back without findings: %j', (text) => {
    const written = make(page(text), 'page').text;
    const { resources, diagnostics } = readResourcePages([{ path: 'a.md', text: written }], {
      provider: 'a',
    });
    expect(diagnostics).toEqual([]);
    const [only, other] = resources;
    expect(other).toBeUndefined();
    expect(only?.fieldSets).toHaveLength(1);
    expect(only?.methods.map(({ name }) => name.value)).toEqual(['get']);
    const outsideCode = written.replace(/^```sql$[\s\S]*?^```$/gm, '');
    expect(outsideCode).not.toMatch(/<script|^import fs|\]\(javascript|\{process/m);
  });

  it.each(ATTACKS)('is a fragment that reads back without findings: %j', (text) => {
    const written = make(reference(text), 'reference').text;
    const spec = readOpenApi([{ path: 'a.yaml', text: written }]);
    expect('unreadable' in spec ? spec.unreadable : spec.diagnostics).toEqual([]);
    if ('operations' in spec) expect(spec.operations).toHaveLength(1);
  });

  it('has names such as __proto__ as they are', () => {
    const text = reference('__proto__').replace('"__proto__"', '"constructor"');
    const document = load(make(text, 'reference').text) as { paths: Record<string, Record<string, object>> };
    expect(Object.keys(document.paths)).toEqual(['/__proto__']);
    const written = make(page('__proto__'), 'page').text;
    const [only] = readResourcePages([{ path: 'a.md', text: written }], { provider: 'a' }).resources;
    expect(only?.fieldSets[0]?.fields.map(({ name }) => name.value)).toEqual(['id', '__proto__']);
    expect(only?.methods[0]?.required.map(({ name }) => name.value)).toEqual(['__proto__']);
  });

  it('is something for every text, nothing for an empty one, and throws never', () => {
    const words = fc.constantFrom(
      ...[
        'Name',
        'Datatype',
        'Description',
        'Accessible by',
        '\t',
        '\n',
        'string',
        'id',
        'select',
        'SELECT',
        'FROM a.b.c',
        ';',
      ],
      ...[
        'get/a',
        'Responses',
        '200',
        'path Parameters',
        'required',
        '{',
        '}',
        '[',
        'Enum: "a"',
        '<table>',
        '<td>',
        '<pre>',
        'Methods',
      ],
      ...[
        'Request samples',
        'Authorizations:',
        'oauth2 (a',
        'Default: ',
        '- name: x',
        '  props:',
        'NameDatatypeDescription',
        '"',
        ',',
      ],
      ...[
        'Response Schema: application/json',
        'property name*',
        'Array of ',
        '(',
        '|',
        '  ',
        '\r',
        '<html>',
        'Example: x=%',
      ],
    );
    const text = fc
      .array(fc.oneof({ weight: 8, arbitrary: words }, fc.string()), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom<ImportKind>('page', 'reference'), (given, as) => {
        const { text: written } = make(given, as);
        // Where there is nothing, nothing is made.
        if (given.trim() === '') expect(written).toBe('');
        else if (as === 'reference') expect(load(written)).toMatchObject({ openapi: '3.1.0' });
        else
          expect(
            readResourcePages([{ path: 'a.md', text: written }], { provider: 'a' }).resources.length,
          ).toBeLessThan(2);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

const SIZE = 60_000;
const many = (text: string): string => text.repeat(Math.ceil(SIZE / text.length));
const FACTS = 'NameDatatypeDescription\n';
const METHODS = 'NameAccessible byRequired ParamsOptional ParamsDescription\n';
const AFTER = 'Responses\n200\nget/a\nResponse samples\n';

describe('long documents', () => {
  it.each([
    ['one line', many('a')],
    ['one statement', `SELECT ${many('a,')} FROM a.b.c;`],
    ['statements without an end', many('SELECT id FROM a.b.c\n')],
    ['columns alone', many('SELECT a,\n')],
    ['headers', many(METHODS)],
    ['types', FACTS + many('string')],
    ['parentheses', `${FACTS}astring ${many('(')}`],
    ['names', `${METHODS}aselect${many('a, ')}`],
    [
      'rows',
      `${METHODS}${Array.from({ length: SIZE / 40 }, (_, i) => `m${i}selectp${i}, q${i}Lists`).join('\n')}\n${FACTS}${Array.from({ length: SIZE / 80 }, (_, i) => `p${i}stringX`).join('\n')}`,
    ],
    ['endpoints', many('get/a\n')],
    ['brackets', AFTER + many('[\n')],
    ['quotes that nothing closes', `${AFTER}path Parameters\na\nstring\nEnum: "${many('\\"')}`],
    ['blanks', `${METHODS}a${many('\t')}select\n${FACTS}a${many(' ')}\n`],
    ['a statement on one line', `SELECT id FROM a.b.c${many('WHERE"')}`],
    ['nested brackets', AFTER + '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2)],
    ['tags', `<html>${many('<div>')}`],
    ['tables', `<html>${many('<table><tr><td>')}`],
    ['buttons', `<html>${many('<button>')}`],
  ])('of %s are read in linear time', (_, text) => {
    const before = process.cpuUsage();
    for (const as of ['page', 'reference'] as const) make(text, as);
    const { user, system } = process.cpuUsage(before);
    // The quadratic way takes several, this one a fifth.
    expect((user + system) / 1e6).toBeLessThan(3);
  });
});
