import type { Entry, TextTree } from './text-tree.ts';

/** Lays a text out that is known to be JSON (RFC 8259): one pass, which makes no object for any of its values. */
export function jsonTree(text: string): TextTree {
  const { starts, next, count } = scan(text);

  const charAt = (node: number): number => text.charCodeAt(starts[node] ?? 0);

  const keyAt = (node: number): string => {
    const start = starts[node] ?? 0;
    const written = text.slice(start, endOfString(text, start) + 1);
    return written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
  };

  return {
    root: 0,
    count,
    mergeKey: null,
    targetOf: (node) => node,
    isMapping: (node) => charAt(node) === OPEN_BRACE,
    offsetOf: (node) => starts[node] ?? null,
    childrenOf(node) {
      const isMapping = charAt(node) === OPEN_BRACE;
      if (!isMapping && charAt(node) !== OPEN_BRACKET) return [];
      const entries: Entry[] = [];
      const end = next[node] ?? 0;
      for (let child = node + 1; child < end; child = next[child] ?? end) {
        const offset = starts[child] ?? null;
        if (!isMapping) {
          entries.push({ key: String(entries.length), node: child, offset });
          continue;
        }
        entries.push({ key: keyAt(child), node: child + 1, offset });
        child += 1;
      }
      return entries;
    },
  };
}

/** Colons outside strings, in a text that is known to be JSON: each member has one. */
export function countColons(text: string): number {
  let colons = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === COLON) colons += 1;
    else if (unit === QUOTE) i = endOfString(text, i);
  }
  return colons;
}

/** Keys, values and items in the order of the text. */
interface Nodes {
  /** Where each begins. */
  readonly starts: Int32Array;
  /** For each the first one behind it and what is within it. */
  readonly next: Int32Array;
  readonly count: number;
}

function scan(text: string): Nodes {
  let starts = new Int32Array(1 << 12);
  let next = new Int32Array(1 << 12);
  let count = 0;
  const open: number[] = [];
  const add = (start: number): void => {
    if (count === starts.length) {
      starts = grown(starts);
      next = grown(next);
    }
    starts[count] = start;
    count += 1;
    next[count - 1] = count;
  };
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit <= SPACE || unit === COMMA || unit === COLON) continue;
    if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      const start = open.pop();
      if (start !== undefined) next[start] = count;
      continue;
    }
    if (unit === OPEN_BRACE || unit === OPEN_BRACKET) open.push(count);
    add(i);
    if (unit === QUOTE) i = endOfString(text, i);
    else if (unit !== OPEN_BRACE && unit !== OPEN_BRACKET) i = endOfLiteral(text, i);
  }
  return { starts, next, count };
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * array.length);
  twice.set(array);
  return twice;
}

/** The offset of the quote that ends the string which begins at an offset. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    // A backslash that another one escapes escapes nothing.
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

/** The offset of the last character of a number or of `true`, `false` or `null`. */
function endOfLiteral(text: string, start: number): number {
  let end = start;
  for (let unit = 0; end + 1 < text.length; end += 1) {
    unit = text.charCodeAt(end + 1);
    if (unit <= SPACE || unit === COMMA || unit === CLOSE_BRACE || unit === CLOSE_BRACKET) break;
  }
  return end;
}

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
