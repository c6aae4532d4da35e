import { describe, expect, it } from 'vitest';
import { agreeing, bookPage, DIALECT_NAMES, hasDescriptions } from './testing/book-page.ts';
import { librarySpec, type MendedPage, mendPage } from './testing/library.ts';

/** Fields of the library's books by name, after a page without them is mended. */
function fieldsOf({ after }: MendedPage) {
  const [page] = after.pages;
  return new Map(page?.fieldSets[0]?.fields.map((field) => [field.name.value, field]));
}

const TEXTS: readonly [string, string][] = [
  ['a pipe', 'in | lent, `a|b` too'],
  ['the end of a cell and a row', 'in </td></tr></table> lent'],
  ['the end of a cell in code', 'in `</td></tr>` lent'],
  ['an expression', 'in {process.env.SECRET} and ${x} and `{y}`'],
  ['a lone backtick', 'in ` lent'],
  ['several backticks', 'in ``a ` b`` and ```c``` lent'],
  ['newlines', 'in\n\nlent\r\n* one\n* two'],
  ['a tag and an import', '<script>alert(1)</script>\nimport x from "y"'],
  ['a tab of the page', 'in </TabItem></Tabs>\n## Methods\n\n| Name |\n|---|\n| x |'],
  ['what looks like notes', 'in (default: 9)'],
  ['what looks like marks', 'in (required, deprecated)'],
  ['what looks like a list', 'in (one, two)'],
  ['a comment', 'in <!-- plumbline-ignore *: x --> {/* y */} --> lent'],
  ['references', 'in &lt;b&gt; &amp;amp; &#123; AT&T'],
  ['backslashes', 'in \\{a\\} \\| C:\\dir \\\\'],
];

describe.each(DIALECT_NAMES)('in %s', (dialect) => {
  const base = agreeing(dialect);
  const without = bookPage(dialect, { ...base, fields: base.fields.slice(0, -1) });
  const empty = bookPage(dialect, { ...base, fields: [] });

  it.each(TEXTS.filter(() => hasDescriptions(dialect)))('a description may hold %s', (_, text) => {
    const spec = librarySpec([['description: Where it is.', `description: ${JSON.stringify(text)}`]]);
    const mended = mendPage(without, { spec });
    expect(mended.remaining).toEqual([]);
    expect(mended.after.findings).toEqual([]);
    expect([...fieldsOf(mended).keys()]).toEqual(base.fields.map(([name]) => name));
    const read = fieldsOf(mended).get('state');
    // A stop keeps a text's own parenthesis from being read as notes.
    const said = read?.description?.value.replace(/\.$/, '');
    expect(said).toBe(text.replaceAll('\r\n', '\n').replace(/\.$/, ''));
    expect(read?.notes.listed).toEqual(['in', 'lent']);
    expect(mendPage(mended.text, { spec }).files).toEqual([]);
  });

  it.each([
    ['of commas and brackets', ['a, b', '(c)', '"d"', "e'f"]],
    ['of tags and braces', ['<td>', '{x}', 'a|b', '`g`', '</td>']],
    ['of numbers and blanks', [1, ' 2 ', '', null, true]],
  ])('allowed values may be %s', (_, values) => {
    if (!hasDescriptions(dialect)) return;
    const spec = librarySpec([['enum: [in, lent]', `enum: ${JSON.stringify(values)}`]]);
    const mended = mendPage(without, { spec });
    expect(mended.after.findings).toEqual([]);
    expect(mendPage(mended.text, { spec }).files).toEqual([]);
  });

  it.each([
    '__proto__',
    'constructor',
    '$ref',
    'x5t#S256',
    'a-b',
    'a.b',
    '{x}',
    'a|b',
    '<td>',
    'a`b',
    "a'b",
    'a"b',
  ])('a field may be called `%s`', (name) => {
    const spec = librarySpec([['        state: {', `        ${JSON.stringify(name)}: {`]]);
    const mended = mendPage(empty, { spec });
    expect(mended.after.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect([...fieldsOf(mended).keys()].at(-1)).toBe(name);
  });

  it.each(['book-id', 'book.id', '$id', 'x</td>', "a'b", 'a"b', '{{ x }}', '*/', 'a`b'])(
    'a parameter may be called `%s`',
    (name) => {
      const spec = librarySpec([
        ['{ name: bookId,', `{ name: ${JSON.stringify(name)},`],
        ['{bookId}', '{other}'],
      ]);
      const mended = mendPage(bookPage(dialect, base), { spec });
      expect(mended.remaining.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
      const [method] = mended.after.pages[0]?.methods ?? [];
      expect(method?.required.map((one) => one.name.value)).toEqual(['host', name]);
      expect(mendPage(mended.text, { spec }).files).toEqual([]);
    },
  );
});
