import { describe, expect, it } from 'vitest';
import { codeTag, join } from './encoded.ts';
import { missingPaths } from './template-paths.ts';
import { createTemplates } from './templates.ts';
import { ts, tsString } from './ts.ts';

describe('createTemplates', () => {
  const render = createTemplates<{
    list: { readonly items: readonly { readonly name: ReturnType<typeof tsString> }[] };
    item: { readonly name: ReturnType<typeof tsString> };
  }>({
    list: '{{#each items}}\n  {{> item}}\n{{/each}}\n',
    item: '{{name}};\n',
  });

  it('fills a template and its partials, escaping nothing', () => {
    expect(render('list', { items: [{ name: tsString('<a>') }, { name: tsString('{{b}}') }] })).toBe(
      "  '<a>';\n  '{{b}}';\n",
    );
  });

  it('throws on a name that the view lacks', () => {
    // @ts-expect-error: the view lacks `name`
    expect(() => render('item', {})).toThrow('name');
  });

  it('keeps environments apart: no partial of one is seen by another', () => {
    const other = createTemplates<{ a: Record<string, never> }>({ a: '{{> item}}' });
    expect(() => other('a', {})).toThrow('item');
  });
});

describe('missingPaths', () => {
  const partials = { row: '{{cell}}{{#if last}}!{{/if}}' };

  it.each([
    ['a name', '{{a}}{{b}}', { a: 1 }, ['b (line 1)']],
    ['a list', '{{#each rows}}{{x}}{{/each}}', { a: 1 }, ['rows (line 1)']],
    ['a condition', '{{#if a.b}}x{{/if}}', { a: {} }, ['a.b (line 1)']],
    [
      'a name in a list',
      '{{#each rows}}\n{{x}}{{../a}}{{@index}}{{this}}\n{{/each}}',
      { a: 1, rows: [{ y: 1 }] },
      ['x (line 2)'],
    ],
    ['a name in a partial', '{{#each rows}}{{> row}}{{/each}}', { rows: [{ cell: 1 }] }, ['last (line 1)']],
    ['a partial', '{{> gone}}', {}, ['> gone']],
    [
      'nothing',
      '{{#each rows}}{{> row}}{{else}}{{a}}{{/each}}',
      { a: 1, rows: [{ cell: 1, last: true }] },
      [],
    ],
  ])('finds %s', (_name, source, sample, want) => {
    expect(missingPaths(source, sample, partials)).toEqual(want);
  });
});

describe('codeTag', () => {
  it('puts encoded parts into text of our own', () => {
    expect(ts`f(${tsString('a')}, ${1}) /\\d/`).toBe("f('a', 1) /\\d/");
  });

  it('takes no plain string', () => {
    const plain: string = 'x';
    // @ts-expect-error: not encoded
    expect(codeTag<'ts'>()`${plain}`).toBe('x');
  });

  it('joins parts', () => {
    expect(join([ts`a`, ts`b`], ', ')).toBe('a, b');
  });
});
