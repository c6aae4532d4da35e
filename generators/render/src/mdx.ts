import { codeTag, type Encoded } from './encoded.ts';
import { replaceInvisible } from './invisible.ts';

type Mdx = Encoded<'mdx'>;

/** MDX of our own with encoded parts. */
export const mdx = codeTag<'mdx'>();

/**
 * What starts something in Markdown (with the extensions of GitHub), MDX or a directive of Docusaurus within a line:
 * tags, expressions, references, links, code, emphasis, escapes, `:name`, and bare addresses (a reference inside of
 * one would show as it is written). A `_` between letters or digits starts nothing.
 */
const SPECIAL =
  /[<>{}[\]*`~\\]|&(?=[#A-Za-z])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=[\p{L}_])|(?<=https?):(?=\/\/)|(?<=www)\./giu;
/** What starts something only at the start of a line: lists, rules, headings, tables, ESM. */
const LEADING = /^(?:[-+=:#|]|\d+(?=[.)])|(?:import|export)\b)/;

/** Text as it is written, at any place within a line. Newlines become blanks. */
export function mdxInline(value: string): Mdx {
  const line = value.replace(/(?<![ \t])[ \t]*[\r\n]\s*/g, ' ');
  return replaceInvisible(
    line.replace(SPECIAL, (char) => NAMED[char] ?? entity(char.charCodeAt(0))),
    entity,
  ) as Mdx;
}

/** Text as it is written, on a line of its own. */
export function mdxText(value: string): Mdx {
  return mdxLine(mdxInline(value.trim()));
}

/** What is encoded for a place within a line, made fit to stand at the start of one. */
export function mdxLine(inline: Mdx): Mdx {
  return inline.replace(LEADING, (start) => entity(start.charCodeAt(0)) + start.slice(1)) as Mdx;
}

/** The value of a JSX attribute in double quotes, without the quotes. */
export function mdxAttribute(value: string): Mdx {
  const encoded = value.replace(/[&<>{}"\n\t]/g, (char) => entity(char.charCodeAt(0)));
  return replaceInvisible(encoded, entity) as Mdx;
}

/**
 * The children of an MDX expression, `{`…`}`: a template literal with nothing left to run. MDX takes two columns off each
 * line of an expression but the first; lines are indented by as many, so that the text's own indentation stays.
 */
export function mdxTemplateLiteral(value: string): Mdx {
  const inner = value
    .replace(/\r\n?/g, '\n')
    .replace(/[\\`]|\$(?=\{)/g, (char) => `\\${char}`)
    .replace(/\n(?=[^\n])/g, '\n  ');
  return `{\`${replaceInvisible(inner, (code) => `\\u{${code.toString(16)}}`)}\`}` as Mdx;
}

/** A fenced code block: the fence is longer than any run of backticks inside. `language` is one of ours. */
export function mdxFence(value: string, language: string): Mdx {
  let longest = 2;
  for (const [run] of value.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${fenceText(value)}\n${fence}` as Mdx;
}

/** The text that whoever reads the page gets back for a text that was emitted by {@link mdxFence}. */
export function fenceText(value: string): string {
  // What shows nothing cannot be escaped in a fence; the replacement character says that something stood there.
  return replaceInvisible(value.replace(/\r\n?/g, '\n'), () => '\ufffd').replace(/\n$/, '');
}

/** The references that published pages use. */
const NAMED: { readonly [char: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Controls other than tab and newline (HTML reads the C1 range as characters of Windows), and lone surrogates. */
const UNWRITABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f]|\p{Surrogate}/gu;

/** Most texts have nothing of this, which is found out much faster. */
const MAYBE_UNWRITABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/;

/** What HTML has no reference for is written as the replacement character. */
export function replaceUnwritable(text: string): string {
  if (!MAYBE_UNWRITABLE.test(text)) return text;
  return text.replace(UNWRITABLE, '\ufffd');
}

function entity(codePoint: number): string {
  return `&#${replaceUnwritable(String.fromCodePoint(codePoint)).codePointAt(0)};`;
}
