import { codeTag, type Encoded } from './encoded.ts';
import { replaceInvisible } from './invisible.ts';

type Mdx = Encoded<'mdx'>;

/** MDX of our own with encoded parts. */
export const mdx = codeTag<'mdx'>();

/** What starts something in Markdown, MDX or a Docusaurus directive wherever it stands. */
const SPECIAL = /[&<>{}[\]*_`~|\\#]|:(?=:)|(?<=:):|(?<!\w):(?=\p{L})/gu;
/** What starts something only at the start of a line: lists, rules, headings, ESM. */
const LEADING = /^(?:[-+=.:]|\d+(?=[.)])|(?:import|export)\b)/;

/** Plain text on one line: comes out as written, whatever it holds. Runs of white space become one blank. */
export function mdxText(value: string): Mdx {
  const line = value.replace(/\s+/g, ' ');
  const encoded = replaceInvisible(
    line.replace(SPECIAL, (char) => entity(char.charCodeAt(0))),
    entity,
  );
  return encoded.replace(LEADING, (start) => entity(start.charCodeAt(0)) + start.slice(1)) as Mdx;
}

/** The value of a JSX attribute in double quotes, without the quotes. */
export function mdxAttribute(value: string): Mdx {
  return replaceInvisible(value, entity).replace(/[&<>{}"\n\t]/g, (char) =>
    entity(char.charCodeAt(0)),
  ) as Mdx;
}

/** The children of an MDX expression, `{`…`}`: a template literal with nothing left to run. */
export function mdxTemplateLiteral(value: string): Mdx {
  const inner = value.replace(/[\\`]|\$(?=\{)/g, (char) => `\\${char}`);
  return `{\`${replaceInvisible(inner, (code) => `\\u{${code.toString(16)}}`)}\`}` as Mdx;
}

/** A fenced code block: the fence is longer than any run of backticks inside. `language` is one of ours. */
export function mdxFence(value: string, language: string): Mdx {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Controls cannot be escaped in a fence; the replacement character says that something stood there.
  const text = replaceInvisible(value.replace(/\r\n?/g, '\n'), () => '\ufffd').replace(/\n$/, '');
  return `${fence}${language}\n${text}\n${fence}` as Mdx;
}

function entity(codePoint: number): string {
  // HTML maps the C1 range to Windows characters, and has no reference for NUL and surrogates.
  const isNameless =
    codePoint === 0 ||
    (codePoint >= 0x7f && codePoint <= 0x9f) ||
    (codePoint >= 0xd800 && codePoint <= 0xdfff);
  return isNameless || (codePoint < 0x20 && codePoint !== 9 && codePoint !== 10)
    ? '&#65533;'
    : `&#${codePoint};`;
}
