import { replaceInvisible } from './invisible.ts';
import { mdxInline } from './mdx.ts';

/** A piece of a CommonMark block, as far as its meaning is kept. `source`: what a reader of the page gets back of it. */
export type MarkdownToken =
  | { readonly kind: 'text' | 'escape' | 'newline' | 'link-start'; readonly source: string }
  | { readonly kind: 'code'; readonly source: string; readonly mdx: string }
  /** A run of `*` or `_` with what stands on its sides; `!` before a link, which is never live. */
  | { readonly kind: 'mark'; readonly source: string; readonly before: Neighbour; readonly after: Neighbour }
  | { readonly kind: 'link-end'; readonly source: string; readonly target: LinkTarget };

export interface LinkTarget {
  readonly address: string;
  readonly title: string | undefined;
}

/** What flanking depends on (CommonMark 0.31.2 section 6.2). `break`: a newline, which is emitted as a tag. */
export type Neighbour = 'blank' | 'break' | 'punctuation' | 'letter' | 'unsure';

/** Escapes, backticks, emphasis, images, links (address, title), line ends. Named groups would cost an object each time. */
const PIECE =
  /\\(?!!\[)[!-/:-@[-`{-~]|`+|\*+|(?<![A-Za-z0-9_])_+|(?<!_)_+(?![A-Za-z0-9_])|!(?=\[)|\[|\](?:\(([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)(?:[ \n]+"([^"\n]*)")?\))?|\n|<br\s*\/?>/gi;
/** Most texts: not one of these is in them, and this is found out much faster. */
const HAS_PIECE = /[\\`*_[\]\n<]/;
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/**
 * The pieces of one block. A code span ends where CommonMark ends it, and holds no newline; a link is live only if it leads
 * to an address that a reader may follow, and holds no other link.
 */
export function markdownTokens(text: string): MarkdownToken[] {
  if (text !== '' && !HAS_PIECE.test(text)) return [{ kind: 'text', source: text }];
  const closing = closingRuns(text);
  const tokens: MarkdownToken[] = [];
  /** Places of brackets that a link may start at. */
  let open: number[] = [];
  let done = 0;
  const push = (start: number, token: MarkdownToken, end: number): void => {
    if (start > done) tokens.push({ kind: 'text', source: text.slice(done, start) });
    tokens.push(token);
    done = end;
  };
  const pieces = new RegExp(PIECE);
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    const { 0: source, index: start } = match;
    const end = start + source.length;
    switch (source.charAt(0)) {
      case '`': {
        const codeEnd = closing.get(start);
        const code = codeEnd === undefined ? null : codeToken(text.slice(start, codeEnd));
        if (codeEnd === undefined || code === null) break;
        push(start, code, codeEnd);
        pieces.lastIndex = codeEnd;
        break;
      }
      case '\n':
        // A soft break is a blank (CommonMark 0.31.2 section 6.8), and so are those around it.
        push(start, { kind: 'newline', source: ' ' }, end);
        break;
      case '<':
        push(start, { kind: 'newline', source: '\n' }, end);
        break;
      case '\\':
        // What MDX adds to Markdown is encoded with its backslash, as is a reference.
        if (!/[&<>{}]/.test(source)) push(start, { kind: 'escape', source }, end);
        break;
      case '[':
        push(start, { kind: 'text', source }, end);
        open.push(tokens.length - 1);
        break;
      case ']': {
        const opened = open.pop();
        const [, address, title] = match;
        const target = linkTarget(address, title);
        if (opened === undefined || target === null) {
          // What stands in the parenthesis is text like any other.
          pieces.lastIndex = start + 1;
          break;
        }
        tokens[opened] = { kind: 'link-start', source: '[' };
        push(start, { kind: 'link-end', source, target }, end);
        open = [];
        break;
      }
      default:
        push(
          start,
          { kind: 'mark', source, before: neighbour(text, start - 1), after: neighbour(text, end) },
          end,
        );
    }
  }
  if (done < text.length) tokens.push({ kind: 'text', source: text.slice(done) });
  return tokens;
}

/** Where the code span ends that starts at a run of backticks: after the next run of equal length. */
function closingRuns(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  if (!text.includes('`')) return closing;
  const next = new Map<number, number>();
  let end = text.lastIndexOf('`');
  while (end !== -1) {
    let start = end;
    while (text.charAt(start - 1) === '`') start -= 1;
    const length = end - start + 1;
    const at = next.get(length);
    if (at !== undefined) closing.set(start, at + length);
    next.set(length, start);
    end = start === 0 ? -1 : text.lastIndexOf('`', start - 1);
  }
  return closing;
}

/**
 * A newline in code is a blank (CommonMark 0.31.2 section 6.1); what shows nothing cannot be escaped there. References and
 * ends of cells are written in an element: published pages encode within backticks too, so that readers decode there.
 * @returns null where that would lose the number of backticks.
 */
function codeToken(written: string): MarkdownToken | null {
  const line = written.includes('\n') ? written.replace(/\n\s*/g, ' ') : written;
  const source = replaceInvisible(line, () => '\ufffd');
  if (!/&(?:#\w+|\w+);|<\/td>/.test(source)) return { kind: 'code', source, mdx: source };
  return source.startsWith('``')
    ? null
    : { kind: 'code', source, mdx: `<code>${mdxInline(source.slice(1, -1))}</code>` };
}

function neighbour(text: string, at: number): Neighbour {
  const char = text.charAt(at);
  if (char === '' || char === '\n') return 'break';
  if (/[ \t\u00a0]/.test(char)) return 'blank';
  // Nearly all are ASCII, which is told much faster.
  if (/[a-zA-Z0-9]/.test(char)) return 'letter';
  if (/[!-/:-@[-`{-~]/.test(char)) return 'punctuation';
  if (/[\p{P}\p{S}]/u.test(char)) return 'punctuation';
  return /[\p{L}\p{N}]/u.test(char) ? 'letter' : 'unsure';
}

/** Null for an address that is not to be followed. */
function linkTarget(address = '', title: string | undefined): LinkTarget | null {
  return SAFE_ADDRESS.test(address) ? { address, title } : null;
}
