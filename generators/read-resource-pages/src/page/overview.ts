import type { ResourcePage } from '@plumbline/model';
import { type Name, nameIn } from '../markup/names.ts';
import { type ProseSpan, plainTextOf } from '../markup/prose.ts';
import { type Pane, tablesOf } from '../panes/panes.ts';
import { proseCell } from './cells.ts';
import type { PageContext } from './context.ts';

export interface Overview {
  readonly name: Name | null;
  readonly id: Name | null;
  /** `Resource`, `View` or `Service`. */
  readonly type: string | null;
  readonly rows: ResourcePage['overview'];
}

interface Entry {
  readonly label: string;
  readonly cell: ProseSpan;
}

const OWN_ROWS: ReadonlySet<string> = new Set(['name', 'type', 'id']);

/** The Overview table: a label and a value a row, no header. */
export function readOverview(page: PageContext, panes: readonly Pane[]): Overview {
  const entries = panes
    .flatMap(tablesOf)
    .flatMap(({ item }) => item.table.rows)
    .flatMap(({ cells: [label, cell] }): Entry[] =>
      label === undefined || cell === undefined ? [] : [{ label: plainTextOf(page, label), cell }],
    );
  const cellOf = (name: string) => entries.find(({ label }) => label.toLowerCase() === name)?.cell ?? null;
  const [name, id, type] = [cellOf('name'), cellOf('id'), cellOf('type')];
  return {
    name: name === null ? null : nameIn(page, name),
    id: id === null ? null : nameIn(page, id),
    type: type === null ? null : plainTextOf(page, type),
    rows: entries
      .filter(({ label }) => !OWN_ROWS.has(label.toLowerCase()))
      .flatMap(({ label, cell }) => {
        const text = proseCell(page, cell);
        return text === null ? [] : [{ label, text }];
      }),
  };
}
