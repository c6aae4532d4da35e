import type { Diagnostic } from '@plumbline/model';
import type { Pane, Table } from '@plumbline/read-resource-pages';
import type { FieldsAdded, PageChanges } from '../page/changes.ts';
import { offsetOf, tablesUnder } from '../page/open-page.ts';
import { fieldRows } from '../page/write.ts';
import { tableLike } from '../rows/new-rows.ts';
import { insertion } from '../text/edits.ts';
import { type Fixer, methodOf, offsetIn, rowOf } from './fixer.ts';
import { addTabEntry } from './tabs.ts';

export const addField: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const table = tableAt(changes, finding);
  const field = method?.model?.fields.find(({ wireName }) => wireName === finding.subject.name);
  if (method === null || table === null || field === undefined) return false;
  return addRows(changes, table, { method, names: new Set([field.name]) });
};

/** All that the table lacks, since it lacks all that only variants have. */
export const addFieldsOfVariants: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const table = tableAt(changes, finding);
  const offset = offsetIn(changes, finding);
  const { page, layout } = changes.open;
  const set = page.fieldSets.find(({ source }) => offsetOf(layout, source) === offset);
  if (method === null || table === null || set === undefined) return false;
  const listed = new Set(set.fields.map(({ name, wireName }) => wireName ?? name.value));
  const lacking = (method.model?.fields ?? []).filter(({ wireName }) => !listed.has(wireName));
  return addRows(changes, table, { method, names: new Set(lacking.map(({ name }) => name)) });
};

/** A table of several methods is filled by one of them. */
function addRows({ fields }: PageChanges, table: Table, { method, names }: FieldsAdded): boolean {
  const known = fields.get(table);
  if (known === undefined) fields.set(table, { method, names });
  else if (known.method === method) for (const name of names) known.names.add(name);
  else return false;
  return true;
}

export const removeField: Fixer = (finding, changes) => {
  const place = rowOf(changes, finding, 'fields');
  if (place === null) return false;
  changes.removedRows.set(place.row, place.table);
  return true;
};

export const fillTable: Fixer = (finding, changes) => {
  const method = methodOf(changes, finding);
  const table = tableAt(changes, finding);
  if (method === null || table === null || method.model === null) return false;
  changes.fields.set(table, { method, names: new Set(method.model.fields.map(({ name }) => name)) });
  return true;
};

/** A tab of its own behind those of the other methods. */
export const addTab: Fixer = (finding, changes) => {
  const { open } = changes;
  const method = methodOf(changes, finding);
  const section = open.layout.sections.find(
    ({ subject, tabs }) => subject.kind === 'fields' && tabs.length > 0,
  );
  const tabs = section?.tabs.at(-1);
  const last = tabs?.items.at(-1);
  const table = tablesUnder(open, 'fields').at(-1);
  if (method === null || tabs === undefined || last === undefined || table === undefined) return false;
  const name = method.page.name.value;
  if (!/^[\w.$-]+$/.test(name)) return false;
  const rows = fieldRows(open, method, table.kind);
  const written = tableLike(open.layout, table, rows, open.page.dialect);
  changes.edits.push(insertion(last.end, `\n<TabItem value="${name}">\n\n${written}\n</TabItem>`));
  const entry = addTabEntry(open.layout, tabs, name);
  if (entry !== null) changes.edits.push(entry);
  return true;
};

/** The table that a finding about a whole table points at: it, or the tab that holds it. */
function tableAt(changes: PageChanges, finding: Diagnostic): Table | null {
  const offset = offsetIn(changes, finding);
  const panes = changes.open.layout.sections
    .filter(({ subject }) => subject.kind === 'fields')
    .flatMap((section) => section.panes);
  const pane = panes.find(
    ({ tab, items }) => tab?.start === offset || items.some(({ start }) => start === offset),
  );
  return pane === undefined ? null : firstTable(pane, offset);
}

function firstTable({ items }: Pane, offset: number): Table | null {
  const tables = items.flatMap((item) => (item.kind === 'table' ? [item.table] : []));
  return tables.find(({ start }) => start === offset) ?? tables.at(-1) ?? null;
}
