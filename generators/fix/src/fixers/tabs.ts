import type { PageLayout, TabsLayout } from '@plumbline/read-resource-pages';
import { type Edit, insertion } from '../text/edits.ts';
import { type Fixer, offsetIn } from './fixer.ts';

/** Lists a tab in the `values` of its `<Tabs>`. */
export const listTab: Fixer = (finding, changes) => {
  const offset = offsetIn(changes, finding);
  const { layout } = changes.open;
  for (const tabs of layout.sections.flatMap((section) => section.tabs)) {
    const item = tabs.items.find(({ start }) => start === offset);
    const entry = item === undefined ? null : addTabEntry(layout, tabs, item.value);
    if (entry === null) continue;
    changes.edits.push(entry);
    return true;
  }
  return false;
};

/** Takes an entry out of `values`. */
export const unlistTab: Fixer = (finding, changes) => {
  const offset = offsetIn(changes, finding);
  const { layout } = changes.open;
  for (const tabs of layout.sections.flatMap((section) => section.tabs)) {
    const i = tabs.entries.findIndex((entry) => entry.offset === offset);
    if (i === -1 || tabs.values === null) continue;
    // The tabs that take its place are listed first: a list needs something for them to stand behind.
    if (tabs.entries.length === 1 && tabs.items.length > 0) return false;
    const spans = entrySpans(layout, tabs);
    const [before, own, next] = [spans[i - 1], spans[i], spans[i + 1]];
    if (own === undefined) return false;
    const start = before === undefined ? own.start : before.end;
    const end = before === undefined && next !== undefined ? next.start : own.end;
    changes.edits.push({ start, end, text: '' });
    return true;
  }
  return false;
};

/** An entry behind the others, as they are set; null where `values` cannot be written to. */
export function addTabEntry(layout: PageLayout, tabs: TabsLayout, name: string): Edit | null {
  if (tabs.values === null) return null;
  const quoted = `'${name.replace(/[\\'\n\r]/g, (char) => (char === '\\' || char === "'" ? `\\${char}` : ' '))}'`;
  const entry = `{ label: ${quoted}, value: ${quoted} }`;
  const spans = entrySpans(layout, tabs);
  const [before, last] = spans.slice(-2);
  if (before === undefined) {
    const open = layout.text.indexOf('[', tabs.values.start);
    return open === -1 || open >= tabs.values.end ? null : insertion(open + 1, entry);
  }
  if (last === undefined) {
    const start = layout.text.lastIndexOf('\n', before.start) + 1;
    const indent = layout.text.slice(start, before.start);
    const gap = indent.trim() === '' && start > tabs.values.start ? `\n${indent}` : ' ';
    return insertion(before.end, `,${gap}${entry}`);
  }
  return insertion(last.end, layout.text.slice(before.end, last.start) + entry);
}

/** The braces of each entry. */
function entrySpans({ text }: PageLayout, { values, entries }: TabsLayout) {
  if (values === null) return [];
  return entries.map(({ offset }) => {
    const start = text.lastIndexOf('{', offset);
    const close = text.indexOf('}', offset);
    return { start, end: close === -1 || close >= values.end ? values.end : close + 1 };
  });
}
