import { dictionary, NO_NOTES, type NoteFlag } from '@plumbline/model';
import { cellOf, type Row, type Table } from '@plumbline/read-resource-pages';
import { fillCell } from '../cells/fill-cell.ts';
import { editNames } from '../cells/names-cell.ts';
import { editNotes, notedText } from '../cells/notes-cell.ts';
import { manifestEdits } from '../examples/manifest.ts';
import type { ShownStatement } from '../examples/shown.ts';
import { editStatement } from '../examples/statement-edits.ts';
import { appendRows, codeLike, type RowValues } from '../rows/new-rows.ts';
import { type Edit, insertion } from '../text/edits.ts';
import type { CellKind } from '../text/encode.ts';
import { wholeLines } from '../text/line-ends.ts';
import type { FieldsAdded, MethodChange, PageChanges, RowChange, StatementAdded } from './changes.ts';
import { codeText } from './code-text.ts';
import {
  allowedValues,
  bareName,
  boundsOf,
  type Facts,
  factsOf,
  fieldFacts,
  typeText,
  valueText,
} from './facts.ts';
import { type OpenMethod, type OpenPage, offsetOf, rowAt, tablesUnder } from './open-page.ts';

/** The edits that a page's changes come to. */
export function editsOf(changes: PageChanges): readonly Edit[] {
  const { open } = changes;
  return [
    ...changes.edits,
    ...[...changes.removedRows].map(([row]) => removal(open, row)),
    ...[...changes.rows.values()].flatMap((row) =>
      changes.removedRows.has(row.place.row) ? [] : rowEdits(open, row),
    ),
    ...[...changes.methods].flatMap(([method, change]) => methodEdits(open, method, change)),
    ...paramRowEdits(changes),
    ...[...changes.fields].flatMap(([table, added]) => fieldEdits(open, table, added)),
    ...[...changes.statements].flatMap(([shown, added]) => statementEdits(shown, added)),
    ...manifestEdits(open, [...changes.manifest.values()]),
  ];
}

function removal({ layout }: OpenPage, { whole }: Row): Edit {
  return { ...wholeLines(layout.text, whole), text: '' };
}

function rowEdits({ layout, page }: OpenPage, { place: { table, row }, type, notes }: RowChange) {
  const edits: Edit[] = [];
  const typeCell = cellOf(table, row, 'type');
  if (type !== null && typeCell !== null) {
    const written = layout.text.slice(typeCell.start, typeCell.end);
    const { kind } = table;
    const code = codeLike(
      type,
      { written, kind, dialect: page.dialect },
      kind === 'pipe' ? 'backticks' : 'tag',
    );
    edits.push(fillCell(layout.text, typeCell, code));
  }
  const description = cellOf(table, row, 'description');
  if (description !== null && Object.keys(notes).length > 0)
    edits.push(...editNotes(layout, description, notes));
  return edits;
}

function methodEdits(open: OpenPage, method: OpenMethod, change: MethodChange): readonly Edit[] {
  const { page } = method;
  const place = rowAt(open, 'methods', offsetOf(open.layout, page.source));
  if (place === null) return [];
  return (['required', 'optional'] as const).flatMap((column) => {
    const cell = cellOf(place.table, place.row, column);
    if (cell === null) return [];
    const listed = (column === 'required' ? page.required : (page.optional ?? [])).map(({ name }) =>
      offsetOf(open.layout, name.source),
    );
    const concerned = listed.some((at) => change.remove.has(at) || change.unlink.has(at));
    const add = inOrderOf(method, [...change[column]]).map(([, added]) => added);
    if (!concerned && add.length === 0) return [];
    const { remove, unlink } = change;
    return editNames(open.layout, cell, { remove, unlink, add }, open.page.dialect);
  });
}

/** As the row lists them, then as the operation declares them: findings come by their messages. */
function inOrderOf<T>(
  { page, model }: OpenMethod,
  entries: readonly (readonly [string, T])[],
): readonly (readonly [string, T])[] {
  const names = [
    ...page.required.map(({ name }) => name.value),
    ...(model?.params ?? []).map(({ wireName }) => wireName),
    ...(model?.body?.fields ?? []).map(({ wireName }) => wireName),
  ];
  const place = new Map(names.toReversed().map((name, i) => [name, names.length - i]));
  const placeOf = (name: string): number =>
    place.get(name) ?? place.get(bareName(name)) ?? Number.POSITIVE_INFINITY;
  return entries.toSorted(([a], [b]) => placeOf(a) - placeOf(b) || 0);
}

function paramRowEdits({ open, paramRows }: PageChanges): readonly Edit[] {
  if (paramRows.size === 0) return [];
  const { layout, page } = open;
  const tables = tablesUnder(open, 'parameters');
  const table = tables.at(-1);
  const inOrder = [...new Set(paramRows.values())].flatMap((method) =>
    inOrderOf(
      method,
      [...paramRows].filter(([, one]) => one === method),
    ),
  );
  const rows = inOrder.map(([name, method]) => {
    const facts = factsOf(open, method, name) ?? UNKNOWN;
    return rowValues(name, `parameter-${name}`, facts, { open, kind: table?.kind ?? 'html' });
  });
  const others = tablesUnder(open, 'fields');
  if (table !== undefined) return appendRows(layout, table, rows, { others: tables, dialect: page.dialect });
  return newParametersSection(open, rows, others);
}

const UNKNOWN: Facts = { type: 'string', description: '', deprecated: false, required: true };

const PARAMETERS = [
  '## Parameters',
  '',
  'Parameters can be passed in the `WHERE` clause of a query. Check the [Methods](#methods) section to see which parameters are required or optional for each operation.',
  '',
  '<table>',
  '<thead>',
  '    <tr>',
  '    <th>Name</th>',
  '    <th>Datatype</th>',
  '    <th>Description</th>',
  '    </tr>',
  '</thead>',
  '<tbody>',
].join('\n');

/** A page of a dialect that has such a table, but no parameter so far. */
function newParametersSection(
  open: OpenPage,
  rows: readonly RowValues[],
  others: readonly Table[],
): readonly Edit[] {
  const methods = tablesUnder(open, 'methods').at(-1);
  if (methods === undefined) return [];
  const table: Table = {
    kind: 'html',
    start: methods.end,
    end: methods.end,
    columns: ['name', 'type', 'description'],
    rows: [],
  };
  const [made] = appendRows({ ...open.layout, tokens: [] }, table, rows, {
    others,
    dialect: open.page.dialect,
  });
  const written = (made?.text ?? '').trim();
  return [insertion(methods.end, `\n\n${PARAMETERS}\n${written}\n</tbody>\n</table>`)];
}

function fieldEdits(open: OpenPage, table: Table, { method, names }: FieldsAdded): readonly Edit[] {
  const rows = fieldRows(open, method, table.kind).filter(({ name }) => names.has(name));
  const others = tablesUnder(open, 'fields').filter((one) => one !== table);
  return appendRows(open.layout, table, rows, { others, dialect: open.page.dialect });
}

/** The rows of the fields that a method returns. */
export function fieldRows(open: OpenPage, { model }: OpenMethod, kind: CellKind): readonly RowValues[] {
  return (model?.fields ?? []).map((field) => rowValues(field.name, null, fieldFacts(field), { open, kind }));
}

function rowValues(
  name: string,
  anchor: string | null,
  facts: Facts,
  { open: { abilities }, kind }: { readonly open: OpenPage; readonly kind: CellKind },
): RowValues {
  const pairs = [
    ...(facts.default === undefined ? [] : [['default', valueText(facts.default)] as const]),
    ...boundsOf(facts),
  ];
  const flags: readonly NoteFlag[] =
    facts.deprecated && !/deprecat/i.test(facts.description) ? ['deprecated'] : [];
  const notes = { ...NO_NOTES, listed: allowedValues(facts), pairs: dictionary(pairs), flags };
  return {
    name,
    anchor,
    type: typeText(facts, abilities.formats),
    description: notedText(facts.description, notes, kind),
  };
}

function statementEdits(
  { code, isTemplate, tree }: ShownStatement,
  { params, bodyFields, remove, method }: StatementAdded,
): readonly Edit[] {
  const inOrder = method === null ? [...params] : inOrderOf(method, [...params]);
  const change = { params: inOrder.map(([, slot]) => slot), bodyFields: [...bodyFields.values()], remove };
  return editStatement(code.text, tree, change).map((edit) => codeText(code, isTemplate, edit));
}
