import type { Located } from '@plumbline/model';
import { located, type PageText } from '../document/page-text.ts';
import { type Attribute, attributeContent, attributeOf, attributeText } from '../markup/attributes.ts';
import { decodeEscapes } from '../markup/escapes.ts';
import type { Token } from '../markup/token.ts';

/** An entry of the `values` of `<Tabs>`. */
export interface TabEntry {
  readonly value: string;
  readonly label: Located<string> | null;
  readonly offset: number;
}

/** A `<TabItem>`. */
export interface Tab {
  readonly value: Located<string>;
  readonly label: Located<string> | null;
  readonly start: number;
}

export type TabLabels = ReadonlyMap<string, Located<string> | null>;

/** A brace that opens an entry, or a member of one. */
const PART = /\{|\b(label|value)\s*:\s*(?:'([^'\\\n]*(?:\\.[^'\\\n]*)*)'|"([^"\\\n]*(?:\\.[^"\\\n]*)*)")/g;

/** The entries that `<Tabs values={[{ label: 'x', value: 'x' }]}>` declares; null where it declares none. */
export function tabEntries(page: PageText, tabs: Token): readonly TabEntry[] | null {
  const values = attributeOf(page.text, tabs, 'values');
  if (values === null) return null;
  const { start, end } = values.value;
  const entries: {
    label: Located<string> | null;
    value: { readonly text: string; readonly offset: number } | null;
  }[] = [];
  for (const { 0: whole, 1: key, 2: single, 3: double, index } of page.text
    .slice(start, end)
    .matchAll(PART)) {
    const entry = entries.at(-1);
    if (key === undefined || entry === undefined) {
      entries.push({ label: null, value: null });
      continue;
    }
    const written = single ?? double ?? '';
    const offset = start + index + whole.length - 1 - written.length;
    const text = decodeEscapes(written);
    if (key === 'value') entry.value = { text, offset };
    else entry.label = located(page, offset, text);
  }
  return entries.flatMap(({ label, value }) =>
    value === null ? [] : [{ value: value.text, offset: value.offset, label }],
  );
}

/** The tab that a `<TabItem>` opens; null where it has no value. */
export function tabOf(page: PageText, item: Token, labels: TabLabels): Tab | null {
  const attribute = attributeOf(page.text, item, 'value');
  if (attribute === null) return null;
  const value = locatedText(page, attribute);
  const label = attributeOf(page.text, item, 'label');
  return {
    value,
    label: label === null ? (labels.get(value.value) ?? null) : locatedText(page, label),
    start: item.start,
  };
}

function locatedText(page: PageText, attribute: Attribute): Located<string> {
  const { start } = attributeContent(page.text, attribute);
  return located(page, start, attributeText(page.text, attribute));
}
