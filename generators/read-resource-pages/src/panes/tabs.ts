import type { Located } from '@plumbline/model';
import { located, type PageText } from '../document/page-text.ts';
import { attributeContent, attributeOf, attributeText } from '../markup/attributes.ts';
import { decodeEscapes } from '../markup/escapes.ts';
import type { Token } from '../markup/tokens.ts';

/** An entry of the `values` of `<Tabs>`. */
export interface TabEntry {
  readonly value: string;
  readonly label: string | null;
  readonly offset: number;
}

/** A `<TabItem>`. */
export interface Tab {
  readonly value: Located<string>;
  readonly label: string | null;
  readonly start: number;
}

const MEMBER = /\b(label|value)\s*:\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g;

/** The entries that `<Tabs values={[{ label: 'x', value: 'x' }]}>` declares; null where it declares none. */
export function tabEntries(page: PageText, tabs: Token): readonly TabEntry[] | null {
  const values = attributeOf(page.text, tabs, 'values');
  if (values === null) return null;
  const members = [...page.text.slice(values.value.start, values.value.end).matchAll(MEMBER)].map(
    (member) => ({
      key: member[1] ?? '',
      text: decodeEscapes(member[2] ?? member[3] ?? ''),
      offset:
        values.value.start + member.index + member[0].length - 1 - (member[2] ?? member[3] ?? '').length,
    }),
  );
  return members.flatMap(({ key, text, offset }, i) =>
    key === 'value' ? [{ value: text, label: labelBeside(members, i), offset }] : [],
  );
}

/** The tab that a `<TabItem>` opens; null where it has no value. */
export function tabOf(page: PageText, item: Token, labels: ReadonlyMap<string, string | null>): Tab | null {
  const attribute = attributeOf(page.text, item, 'value');
  if (attribute === null) return null;
  const value = attributeText(page.text, attribute);
  const own = attributeOf(page.text, item, 'label');
  return {
    value: located(page, attributeContent(page.text, attribute).start, value),
    label: own === null ? (labels.get(value) ?? null) : attributeText(page.text, own),
    start: item.start,
  };
}

/** The label of the same entry: the member before, or else the one behind, up to the next value. */
function labelBeside(
  members: readonly { readonly key: string; readonly text: string }[],
  i: number,
): string | null {
  const [before, behind] = [members[i - 1], members[i + 1]];
  if (before?.key === 'label' && (i < 2 || members[i - 2]?.key === 'value')) return before.text;
  return behind?.key === 'label' ? behind.text : null;
}
