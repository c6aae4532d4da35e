import type { Dialect } from '@plumbline/model';
import { type Pane, tablesOf } from '../panes/panes.ts';
import type { PageContext } from './context.ts';

export interface DialectSigns {
  readonly overview: readonly Pane[];
  readonly fields: readonly Pane[];
  readonly methods: readonly Pane[];
  readonly hasParameters: boolean;
  readonly hasExamples: boolean;
}

/**
 * Tells a page's family by what its tables are made of. The current formats have tables of HTML with optional
 * parameters; N2 differs from N1 by its code blocks and a Name that can be copied.
 */
export function dialectOf(page: PageContext, signs: DialectSigns): Dialect {
  const tables = [...signs.methods, ...signs.fields].flatMap(tablesOf).map(({ item }) => item.table);
  const isPipe = tables.some(({ kind }) => kind === 'pipe');
  const isCurrent = signs.hasParameters || tables.some(({ columns }) => columns.includes('optional'));
  const copies = page.tokens.some(({ name }) => name === 'CopyableCode');
  if (isCurrent && !isPipe) return isSecondEdition(page, signs) ? 'N2' : 'N1';
  if (tables.length > 0 && !isPipe) return 'L4';
  if (signs.hasExamples) return 'L3';
  return copies ? 'L2' : 'L1';
}

function isSecondEdition(page: PageContext, { overview }: DialectSigns): boolean {
  if (/^import CodeBlock\b/m.test(page.text)) return true;
  if (page.tokens.some(({ name }) => name === 'CodeBlock')) return true;
  const first = overview.flatMap(tablesOf)[0]?.item.table.rows[0];
  const cell = first?.cells[1];
  return cell !== undefined && page.text.startsWith('<CopyableCode', cell.start);
}
