import { type Dialect, mangledLinks } from '@plumbline/model';
import { cellOf, plainTextOf } from '@plumbline/read-resource-pages';
import { mendManifest } from '../examples/manifest.ts';
import { rowAt, tablesUnder } from '../page/open-page.ts';
import { codeLike } from '../rows/new-rows.ts';
import { insertion } from '../text/edits.ts';
import { type Fixer, offsetIn } from './fixer.ts';

/** Deletes the second of two rows of one name. */
export const removeRow: Fixer = (finding, changes) => {
  const offset = offsetIn(changes, finding);
  for (const kind of ['fields', 'methods', 'parameters'] as const) {
    const place = rowAt(changes.open, kind, offset);
    if (place === null) continue;
    changes.removedRows.set(place.row, place.table);
    return true;
  }
  return false;
};

export const mendLink: Fixer = (finding, changes) => {
  const offset = offsetIn(changes, finding);
  const link = mangledLinks(changes.open.layout.text).find((one) => one.offset === offset);
  if (link === undefined) return false;
  changes.edits.push({ start: offset, end: offset + link.written.length, text: link.meant });
  return true;
};

export const closeFence: Fixer = (finding, changes) => {
  const { text, tokens } = changes.open.layout;
  const offset = offsetIn(changes, finding);
  const fence = tokens.find(({ kind, closed, start }) => kind === 'fence' && !closed && start === offset);
  if (fence === undefined) return false;
  const [marks = '```'] = /^(?:`{3,}|~{3,})/.exec(text.slice(fence.start).trimStart()) ?? [];
  const isEnded = text.charAt(fence.end - 1) === '\n';
  changes.edits.push(insertion(fence.end, isEnded ? `${marks}\n` : `\n${marks}`));
  return true;
};

/** The Id row of the overview. */
export const addId: Fixer = (_finding, changes) => {
  const { open } = changes;
  const id = open.page.id.value;
  const [table] = tablesUnder(open, 'overview');
  if (table === undefined) {
    const [first] = open.layout.sections;
    if (first === undefined) return false;
    const rows = `<table><tbody>\n${idRow(id, open.page.dialect)}\n</tbody></table>`;
    changes.edits.push(insertion(first.heading.start, `## Overview\n${rows}\n\n`));
    return true;
  }
  const labelled = table.rows.find(
    ({ cells: [label] }) => label !== undefined && plainTextOf(open.layout, label).toLowerCase() === 'id',
  );
  const cell = labelled?.cells[1];
  if (cell !== undefined) {
    const written = open.layout.text.slice(cell.start, cell.end);
    const style = { written, kind: table.kind, dialect: open.page.dialect };
    changes.edits.push({ start: cell.start, end: cell.end, text: codeLike(id, style, 'copyable') });
    return true;
  }
  const last = table.rows.at(-1);
  if (last === undefined || cellOf(table, last, 'name') !== null || table.kind === 'pipe') return false;
  changes.edits.push(insertion(last.whole.end, `\n${idRow(id, open.page.dialect)}`));
  return true;
};

function idRow(id: string, dialect: Dialect): string {
  const usual = dialect === 'L1' ? 'tag' : 'copyable';
  return `<tr><td><b>Id</b></td><td>${codeLike(id, { written: '', kind: 'html', dialect }, usual)}</td></tr>`;
}

export const mendYaml: Fixer = (finding, changes) => {
  const edits = mendManifest(changes.open, offsetIn(changes, finding));
  changes.edits.push(...edits);
  return edits.length > 0;
};
