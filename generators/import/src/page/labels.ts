import type { Line } from '../text/lines.ts';
import type { NameSet } from '../text/name-set.ts';

export interface Labelled {
  /** The tabs, by their labels. */
  readonly labels: readonly string[];
  /** What else stands there. */
  readonly rest: readonly Line[];
}

/** Tells the labels of tabs, one a line or run together, from the text under them. */
export function labelsIn(lines: readonly Line[], known: NameSet): Labelled {
  const labels: string[] = [];
  const rest: Line[] = [];
  for (const line of lines) {
    const names = line.role === 'tab' ? [line.text] : labelsOf(line.text, known);
    if (names.length > 0) labels.push(...names);
    else rest.push(line);
  }
  return { labels, rest };
}

function labelsOf(text: string, known: NameSet): readonly string[] {
  if (text === '' || text.length > 4000) return [];
  if (known.has(text)) return [text];
  const names: string[] = [];
  for (let at = 0; at < text.length; ) {
    const [name] = known.at(text, at);
    if (name === undefined) return [];
    names.push(name);
    at += name.length;
    while (/[\s|,]/.test(text.charAt(at))) at += 1;
  }
  return names;
}
