import type { Encoded } from './encoded.ts';
import { replaceInvisible } from './invisible.ts';
import { mdxAttribute, mdxInline } from './mdx.ts';

/** A piece of a CommonMark block, as far as its meaning is kept. */
export type MarkdownToken =
  | { readonly kind: 'text' | 'newline'; readonly text: string }
  /** Code and escapes, as MDX. */
  | { readonly kind: 'code' | 'escape'; readonly text: string }
  /** A run of `*` or `_` with what stands on its sides; `!` before a link, which is never live. */
  | { readonly kind: 'mark'; readonly text: string; readonly before: Neighbour; readonly after: Neighbour }
  | { readonly kind: 'link-start' }
  | { readonly kind: 'link-end'; readonly target: Encoded<'mdx'> };

/** What flanking depends on (CommonMark 0.31.2 section 6.2). `break`: a newline, which is emitted as a tag. */
export type Neighbour = 'blank' | 'break' | 'punctuation' | 'letter' | 'unsure';

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/**
 * The pieces of one block. A code span ends where CommonMark ends it, and holds no newline; a link is live only if it leads
 * to an address that a reader may follow, and holds no other link.
 */
export function markdownTokens(text: string): MarkdownToken[] {
  const closing = closingRuns(text);
  const tokens: MarkdownToken[] = [];
  /** Places of brackets that a link may start at. */
  let open: number[] = [];
  let done = 0;
  const plain = (end: number): void => {
    if (end > done) tokens.push({ kind: 'text', text: text.slice(done, end) });
    done = end;
  };
  const pieces =
    /\\(?!!\[)[!-/:-@[-`{-~]|`+|\*+|(?<![A-Za-z0-9_])_+|(?<!_)_+(?![A-Za-z0-9_])|!(?=\[)|\[|\](?:\((?<address>[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)(?:[ \n]+"(?<title>[^"\n]*)")?\))?|\n|<br\s*\/?>/gi;
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    const [piece] = match;
    const start = match.index;
    const first = piece.charAt(0);
    if (first === '`') {
      const end = closing.get(start);
      const code = end === undefined ? null : codeOf(text.slice(start, end));
      if (end === undefined || code === null) continue;
      plain(start);
      tokens.push({ kind: 'code', text: code });
      pieces.lastIndex = done = end;
    } else if (first === '\n' || first === '<') {
      plain(start);
      tokens.push({ kind: 'newline', text: piece });
      done = start + piece.length;
    } else if (first === '\\') {
      // What MDX adds to Markdown is encoded with its backslash, as is a reference.
      if (/[&<>{}]/.test(piece)) continue;
      plain(start);
      tokens.push({ kind: 'escape', text: piece });
      done = start + piece.length;
    } else if (first === '*' || first === '_' || first === '!') {
      plain(start);
      const end = start + piece.length;
      tokens.push({
        kind: 'mark',
        text: piece,
        before: neighbour(text, start - 1),
        after: neighbour(text, end),
      });
      done = end;
    } else if (first === '[') {
      plain(start);
      open.push(tokens.length);
      tokens.push({ kind: 'text', text: piece });
      done += 1;
    } else if (first === ']') {
      const opened = open.pop();
      const { address, title } = match.groups ?? {};
      if (opened === undefined || address === undefined || !SAFE_ADDRESS.test(address)) {
        // What stands in the parenthesis is text like any other.
        pieces.lastIndex = start + 1;
        continue;
      }
      plain(start);
      tokens[opened] = { kind: 'link-start' };
      tokens.push({ kind: 'link-end', target: linkTarget(address, title) });
      open = [];
      done = start + piece.length;
    }
  }
  plain(text.length);
  return tokens;
}

/** Where the code span ends that starts at a run of backticks: after the next run of equal length. */
function closingRuns(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const next = new Map<number, number>();
  const runs = [...text.matchAll(/`+/g)];
  for (const { 0: run, index } of runs.reverse()) {
    const at = next.get(run.length);
    if (at !== undefined) closing.set(index, at + run.length);
    next.set(run.length, index);
  }
  return closing;
}

/**
 * A newline in code is a blank (CommonMark 0.31.2 section 6.1); what shows nothing cannot be escaped there. References and
 * ends of cells are written in an element: published pages encode within backticks too, so that readers decode there.
 * @returns null where that would lose the number of backticks.
 */
function codeOf(source: string): string | null {
  const code = replaceInvisible(source.replace(/\n\s*/g, ' '), () => '\ufffd');
  if (!/&(?:#\w+|\w+);|<\/td>/.test(code)) return code;
  return code.startsWith('``') ? null : `<code>${mdxInline(code.slice(1, -1))}</code>`;
}

function neighbour(text: string, at: number): Neighbour {
  const char = text.charAt(at);
  if (char === '' || char === '\n') return 'break';
  if (/[ \t\u00a0]/.test(char)) return 'blank';
  if (/[\p{P}\p{S}]/u.test(char)) return 'punctuation';
  return /[\p{L}\p{N}]/u.test(char) ? 'letter' : 'unsure';
}

/** What stands between the parentheses: there, only references, escapes and quotes mean anything. */
function linkTarget(address: string, title: string | undefined): Encoded<'mdx'> {
  const encode = (value: string): string =>
    mdxAttribute(value).replace(/[\\`]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `${encode(address)}${title === undefined ? '' : ` "${encode(title)}"`}` as Encoded<'mdx'>;
}
