/** Where a text is to stand in a page. */
export type CellKind = 'html' | 'pipe';

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['{', '&#123;'],
  ['}', '&#125;'],
  ['"', '&quot;'],
  ['`', '&#96;'],
  ['*', '&#42;'],
  ['|', '&#124;'],
]);

function reference(char: string): string {
  return REFERENCES.get(char) ?? char;
}

/** An ampersand that begins what would be read as a character reference. */
const AMPERSAND = '&(?=#|[A-Za-z])';
const IN_TEXT = new RegExp(`[<>{}]|${AMPERSAND}`, 'g');
const IN_CODE = new RegExp(`[<>{}\`*]|${AMPERSAND}`, 'g');
const IN_ATTRIBUTE = new RegExp(`[<>{}"]|${AMPERSAND}`, 'g');

/** Controls that no page may hold. */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A name or a type as the content of `<code>`. */
export function inCodeTag(text: string, kind: CellKind): string {
  const encoded = oneLine(text).replace(IN_CODE, reference);
  return kind === 'pipe' ? encoded.replaceAll('|', '\\|') : encoded;
}

/** A name or a type between two backticks. */
export function inBackticks(text: string, kind: CellKind): string {
  const encoded = oneLine(text).replace(new RegExp(`\`|${AMPERSAND}`, 'g'), reference);
  return kind === 'pipe' ? encoded.replaceAll('|', '\\|') : encoded;
}

/** The value of an attribute, between double quotes. */
export function inAttribute(text: string, kind: CellKind): string {
  const encoded = oneLine(text).replace(IN_ATTRIBUTE, reference);
  return kind === 'pipe' ? encoded.replaceAll('|', reference('|')) : encoded;
}

/**
 * Markdown as a cell holds it: newlines as `<br />`, whatever would be a tag or an expression as character references. What
 * it has in code stays readable there; a backtick that opens nothing becomes a reference, so that none pairs with another
 * cell's.
 */
export function inCell(markdown: string, kind: CellKind): string {
  const text = markdown.replace(/\r\n?/g, '\n').replace(CONTROLS, '\ufffd').trim();
  let encoded = '';
  let done = 0;
  for (const { start, end, ticks } of codeSpansOf(text)) {
    encoded += outsideCode(text.slice(done, start));
    encoded += `${ticks}${insideCode(text.slice(start + ticks.length, end - ticks.length))}${ticks}`;
    done = end;
  }
  encoded += outsideCode(text.slice(done));
  if (kind === 'html') return encoded;
  // Behind a backslash, another one would be read as escaping that.
  return encoded.replace(/\\?\|/g, (pipe) => (pipe === '|' ? '\\|' : '\\&#124;'));
}

function outsideCode(text: string): string {
  return text
    .replace(IN_TEXT, reference)
    .replaceAll('`', reference('`'))
    .replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, '<br />');
}

/** Tags in code are references, as published pages have them; whoever reads a page decodes those. */
function insideCode(code: string): string {
  return code.replace(/<(?=[A-Za-z/!])/g, reference('<')).replace(new RegExp(AMPERSAND, 'g'), reference('&'));
}

interface CodeSpan {
  readonly start: number;
  readonly end: number;
  readonly ticks: string;
}

/** Runs of backticks of one length on one line (CommonMark 0.31, section 6.1). */
function codeSpansOf(text: string): readonly CodeSpan[] {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: ticks, index }) => ({ ticks, start: index }));
  const later = new Map<string, number[]>();
  for (const { ticks, start } of runs.toReversed()) {
    const starts = later.get(ticks);
    if (starts === undefined) later.set(ticks, [start]);
    else starts.push(start);
  }
  const spans: CodeSpan[] = [];
  let done = 0;
  for (const { ticks, start } of runs) {
    const starts = later.get(ticks) ?? [];
    // Sorted from the last to the first: what is passed is taken off the end.
    while (starts.length > 0 && (starts.at(-1) ?? 0) <= start) starts.pop();
    const close = starts.at(-1);
    if (start < done || close === undefined) continue;
    const inner = text.slice(start + ticks.length, close);
    if (/\n|<\/?t[dr]\b|<br|\\$/.test(inner) || text.charAt(start - 1) === '\\') continue;
    done = close + ticks.length;
    spans.push({ start, end: done, ticks });
  }
  return spans;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(CONTROLS, '\ufffd').trim();
}
