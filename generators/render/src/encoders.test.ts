import { execFileSync } from 'node:child_process';
import { posix, win32 } from 'node:path';
import { camelName, slugName } from '@plumbline/model';
import { parse, quoteIdentifier, quoteString } from '@plumbline/sql';
import { load } from 'js-yaml';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { elementsOf, evaluateMdx, textOf } from './evaluate-mdx.ts';
import {
  fenceText,
  jsdoc,
  jsdocText,
  mdxAttribute,
  mdxFence,
  mdxMarkdown,
  mdxTemplateLiteral,
  mdxText,
  replaceUnwritable,
  shellWord,
  tsIdentifier,
  tsKey,
  tsMember,
  tsString,
  yamlScalar,
  yamlString,
  yamlText,
} from './index.ts';

/** What means something to one language or another. */
const CLASSES: readonly [string, string][] = [
  ['the end of a comment', 'a */ alert(1) /* b'],
  ['the end of a comment of HTML', '--> a <!-- b -->'],
  ['the ends of strings', `' " \\' \\" '' ""`],
  ['an end of line', 'a\nb\r\nc\rd'],
  ['a template literal', '`${process.env.HOME}` ${'],
  ['the end of a script', '</script><script>alert(1)</script>'],
  ['an expression', '{process.env.HOME} {{ a }} {'],
  ['ESM', 'import x from "y"; export default 1'],
  ['line separators', 'a\u2028b\u2029c\u0085d'],
  ['control characters', 'a\u0001b\u001b[31mc\u007fd\u009be'],
  ['NUL', 'a\0b'],
  ['bidirectional controls', 'a\u202e\u2066b\u200fc'],
  ['a lone surrogate', 'a\ud800b\udfff'],
  ['a pair of surrogates', '😀𝒳'],
  ['a byte order mark', '\ufeffa\ufeff'],
  ['front matter', '---\na: b\n---'],
  ['a directive', ':::danger[a]{b=c} :d[e]'],
  ['a command', '$(id) `id` ; id | id & id > /tmp/x'],
  ['a link to a script', '[a](javascript:alert(1)) <javascript:alert(1)>'],
  ['the end of a cell', '</td></tr></table> | a | b |'],
  ['an end of tabs', '</TabItem></Tabs><Tabs'],
  ['references', '&lt; &amp;nbsp; &#60; &#x202e; &'],
  ['Markdown', '# a\n- b\n\n> *c* _d_ **e** [f]: g ~~h~~ 1. i'],
  ['a fence', '```\na\n~~~\n````'],
  ['a tag of JSDoc', '@deprecated {@link x} @type {never}'],
  ['YAML', "- a: b # c\n? d: !!js/function 'e' &f *f %g"],
  ['no string to YAML', 'null'],
  ['the end of a statement', "'; DROP TABLE a; -- /* @@json='"],
  ['a path', '../../etc/passwd'],
  ['a path of Windows', 'C:\\..\\con.txt\\\\?\\'],
  ['a device', 'nul'],
  ['a prototype', '__proto__'],
  ['a reserved word', 'class'],
  ['backslashes', '\\ \\\\ \\u0041 \\n \\'],
  ['nothing', ''],
  ['blanks', ' \t a \t '],
];

/** A value that is written and read back, and what shall come of it where that is not the value itself. */
interface Sink {
  /** Through the encoder and the language's own reader. */
  readonly through: (value: string) => unknown;
  readonly want?: (value: string) => unknown;
}

const source = (text: string): ts.SourceFile =>
  ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

/** The one statement of a module, which has no error. */
function statement<Node extends ts.Statement>(text: string, is: (node: ts.Node) => node is Node): Node {
  const file = source(text) as ts.SourceFile & { readonly parseDiagnostics: readonly unknown[] };
  const [one] = file.statements;
  expect([file.parseDiagnostics, file.statements.length]).toEqual([[], 1]);
  if (one === undefined || !is(one)) throw new Error(`Another kind of statement: ${text}`);
  return one;
}

/** The value of `x` in `x;`. */
function expression(text: string): ts.Expression {
  return statement(`(${text});`, ts.isExpressionStatement).expression;
}

/** The literal or name that a node is, which the compiler has decoded. */
function textIn(node: ts.Node | undefined): string {
  if (node === undefined || !('text' in node)) throw new Error('No literal');
  return String(node.text);
}

function inner(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? node.expression : node;
}

const decoded = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
const lines = (text: string): string => text.replace(/\r\n?|\u2028|\u2029/g, '\n');
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The documentation that editors show of a declaration, its lines without indentation. */
function documentation(value: string): string {
  const declared = statement(`${jsdoc(jsdocText(value))}let x: 1;`, ts.isVariableStatement);
  const docs = ts.getJSDocCommentsAndTags(declared).filter(ts.isJSDoc);
  expect(docs.flatMap(({ tags = [] }) => tags)).toEqual([]);
  return decoded(docs.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join(''));
}

/** What Markdown comes to. */
const HARMLESS: ReadonlySet<string> = new Set(
  'fragment p br pre tr td a code em strong ul ol li blockquote hr table thead tbody th Prose'.split(' '),
);

/** The first element of a type on a page that has nothing else alive. */
function elementOn(page: string, type: string) {
  const elements = elementsOf(evaluateMdx(page, ['Prose']));
  const alive = elements.filter((one) => one.type !== type && !HARMLESS.has(String(one.type)));
  expect(alive).toEqual([]);
  const addresses = elements.flatMap(({ props }) => (typeof props.href === 'string' ? [props.href] : []));
  expect(addresses.filter((href) => !/^https?:/.test(href))).toEqual([]);
  return elements.find((one) => one.type === type);
}

const SQL = 'SELECT a FROM b.c.d WHERE e = ';

const SINKS: readonly [string, Sink][] = [
  ['a string of TypeScript', { through: (value) => textIn(inner(expression(tsString(value)))) }],
  [
    'a property name of TypeScript',
    {
      through: (value) => {
        const object = inner(expression(`{ ${tsKey(value)}: 1 }`));
        const name = ts.isObjectLiteralExpression(object) ? object.properties[0]?.name : undefined;
        return textIn(name !== undefined && ts.isComputedPropertyName(name) ? name.expression : name);
      },
    },
  ],
  [
    'a member of TypeScript',
    {
      through: (value) => {
        const access = inner(expression(`x${tsMember(value)}`));
        return textIn(
          ts.isElementAccessExpression(access)
            ? access.argumentExpression
            : ts.isPropertyAccessExpression(access)
              ? access.name
              : undefined,
        );
      },
    },
  ],
  [
    'an identifier of TypeScript',
    {
      through: (value) => {
        const declared = statement(`let ${tsIdentifier(camelName(value))} = 1;`, ts.isVariableStatement);
        return declared.declarationList.declarations.map(({ name }) => ts.isIdentifier(name)).join();
      },
      want: () => 'true',
    },
  ],
  [
    'JSDoc',
    {
      through: (value) => folded(documentation(value)),
      // It is Markdown, in which a reference of the author's is one.
      want: (value) => folded(decoded(lines(value))),
    },
  ],
  [
    'a text of MDX',
    {
      through: (value) => folded(textOf(evaluateMdx(`${mdxText(value)}\n`))),
      want: (value) => folded(replaceUnwritable(lines(value))),
    },
  ],
  [
    'an attribute of MDX',
    {
      through: (value) => elementOn(`<b title="${mdxAttribute(value)}" />`, 'b')?.props.title,
      want: replaceUnwritable,
    },
  ],
  [
    'a template literal of MDX',
    {
      through: (value) => elementOn(`<b>${mdxTemplateLiteral(value)}</b>`, 'b')?.props.children,
      want: (value) => value.replace(/\r\n?/g, '\n'),
    },
  ],
  [
    'a fence of MDX',
    {
      through: (value) => textOf(elementOn(`<div>\n\n${mdxFence(value, 'sql')}\n\n</div>`, 'div')).trimEnd(),
      want: (value) => fenceText(value).trimEnd(),
    },
  ],
  [
    'a cell of a table, as Markdown',
    {
      // What it shows is what Markdown makes of it; what is told here is that nothing else comes to life.
      through: (value) => elementOn(`<tr>\n    <td>${mdxMarkdown(value)}</td>\n</tr>`, 'td') !== undefined,
      want: () => true,
    },
  ],
  [
    'a string of YAML',
    { through: (value) => load(`a: ${yamlString(value)}\n`), want: (value) => ({ a: value }) },
  ],
  [
    'a scalar of YAML',
    { through: (value) => load(`a: ${yamlScalar(value)}\nb: 1\n`), want: (value) => ({ a: value, b: 1 }) },
  ],
  [
    'a text of YAML',
    {
      through: (value) => load(`- a: ${yamlText(value, '    ')}\n  b: 1\n`),
      want: (value) => [{ a: value.replace(/\r\n?/g, '\n'), b: 1 }],
    },
  ],
  [
    'a string of SQL',
    {
      through: (value) => {
        const { statements, problems } = parse(`${SQL}${quoteString(value)};`);
        return {
          problems,
          statements: JSON.stringify(statements).includes(JSON.stringify(value)) && statements.length,
        };
      },
      want: () => ({ problems: [], statements: 1 }),
    },
  ],
  [
    'a name of SQL',
    {
      through: (value) => {
        const { statements, problems } = parse(`${SQL}${quoteIdentifier(value)};`);
        return {
          problems,
          statements: JSON.stringify(statements).includes(JSON.stringify(value)) && statements.length,
        };
      },
      want: () => ({ problems: [], statements: 1 }),
    },
  ],
  [
    'a word of a shell',
    {
      through: (value) => execFileSync('sh', ['-c', `printf %s ${shellWord(value)}`], { encoding: 'utf8' }),
      want: (value) => Buffer.from(value.replaceAll('\0', '')).toString(),
    },
  ],
  [
    'a path',
    {
      through: (value) => {
        const path = slugName(value);
        return [
          posix.relative('/out', posix.resolve('/out', path)) === path,
          win32.relative('C:\\out', win32.resolve('C:\\out', path)) === path,
          /^[\w-][\w.-]*$/.test(path),
        ];
      },
      want: () => [true, true, true],
    },
  ],
];

describe.each(SINKS)('%s', (_sink, { through, want = (value) => value }) => {
  it.each(CLASSES)('gives back %s', (_class, value) => {
    expect(through(value)).toEqual(want(value));
  });
});
