export interface HostileText {
  readonly name: string;
  readonly text: string;
  /** It means something in Markdown, so that a description shows what it means and not what is written. */
  readonly markdown: boolean;
}

const PLAIN: readonly (readonly [name: string, text: string])[] = [
  ['an expression', '{globalThis.alert(1)}'],
  ['an expression that does not parse', 'a } b { c'],
  ['an expression that ends the build', '{process.exit(1)}'],
  ['a script', '<script>alert(1)</script>'],
  ['the end of a script', '</script><script>alert(1)</script>'],
  ['the end of the title', '</title></head><script>alert(1)</script>'],
  ['an event handler', '<img src=x onerror="alert(1)">'],
  ['an event handler of a vector image', '<svg onload=alert(1)>'],
  ['a frame', '<iframe src="javascript:alert(1)"></iframe>'],
  ['a raw link to a script', '<a href="javascript:alert(1)">a</a>'],
  ['a raw remote image', '<img src="https://remote.example/a.png">'],
  ['a style', '<style>main{display:none}</style>'],
  ['a base', '<base href="https://remote.example/">'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=https://remote.example/">'],
  ['a form', '<form action="https://remote.example/"><input autofocus onfocus=alert(1)></form>'],
  ['ends of cell, row and table', '</td></tr></tbody></table>'],
  ['an end of tabs', '</TabItem></Tabs>'],
  ['a component of ours', '<CopyableCode code="x" />'],
  ['a component that there is not', '<Nothing {...props}>'],
  ['comments', '<!-- a --> {/* b */}'],
  ['ESM', 'import x from "y"; export default alert(1)'],
  ['a directive', ':::danger a :b[c]{d=e}'],
  ['an emoji', ':smile: :+1:'],
  ['quotes', `"a" 'b' "`],
  ['the end of a string in SQL', `'; DROP TABLE a; --`],
  ['a template', '{{ a }} {{#each b}}'],
  ['replacement patterns', "$& $1 $' $$"],
  ['a path', '../../etc/passwd'],
  ['a comparison', 'a < b && c > d <= 63'],
];

const MARKDOWN: readonly (readonly [name: string, text: string])[] = [
  ['a prototype', '__proto__'],
  ['a link to a script', '[a](javascript:alert(1))'],
  ['a link to a script, in disguise', '[a](java&#115;cript:alert(1))'],
  ['a remote image', '![a](https://remote.example/a.png)'],
  ['an end of a code block', '`}</CodeBlock>'],
  ['a template literal', '${alert(1)}'],
  ['references', '&lt;b&gt; &amp;nbsp; &#60;'],
  ['front matter', '--- # a: [b'],
  ['a fence', '~~~ ```` a'],
  ['a heading', '## Methods {#x}'],
  ['a table', '| a | b |'],
];

/** What strangers may write anywhere in a spec, each for what it would do to a page that took it for its own. */
export const HOSTILE: readonly HostileText[] = [
  ...PLAIN.map(([name, text]) => ({ name, text, markdown: false })),
  ...MARKDOWN.map(([name, text]) => ({ name, text, markdown: true })),
];
