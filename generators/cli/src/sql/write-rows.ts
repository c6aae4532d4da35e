import { setImmediate } from 'node:timers/promises';
import type { RowMode } from '../command-line/options.ts';
import type { Host } from '../host.ts';
import { printable } from '../report/printable.ts';
import type { Colors } from '../terminal/colours.ts';
import { csvText, jsonText } from './cells.ts';
import { lineRow, tableHead, tableLayout, tableRow } from './table.ts';

/** So many rows decide how wide the columns of a table are. */
const LAID_OUT = 500;
/** After so many rows other things get their turn, such as Ctrl-C. */
const AT_ONCE = 200;

export interface RowStyle {
  readonly mode: RowMode;
  readonly colours: Colors;
  /** Columns of the terminal; infinite where it is none. */
  readonly width: number;
  /** Whether nothing of a table is to be cut off. */
  readonly isWhole: boolean;
}

/** Prints rows as they come, and tells how many there were. */
export async function writeRows(
  names: readonly string[],
  rows: AsyncIterable<readonly unknown[]>,
  { style, host }: { readonly style: RowStyle; readonly host: Pick<Host, 'stdout' | 'isUnread'> },
): Promise<number> {
  const { stdout } = host;
  const form = FORMS[style.mode](names, style, stdout.isTTY === true);
  const head: (readonly unknown[])[] = [];
  let count = 0;
  let isOpen = false;
  const open = (): void => {
    isOpen = true;
    stdout.write(form.open(head));
    for (const [i, row] of head.entries()) stdout.write(form.row(row, i));
  };
  try {
    for await (const row of rows) {
      if (isOpen) stdout.write(form.row(row, count));
      else head.push(row);
      count += 1;
      if (!isOpen && head.length >= form.ahead) open();
      if (count % AT_ONCE === 0) {
        await setImmediate();
        if (host.isUnread) return count;
      }
    }
    if (!isOpen) open();
  } catch (error) {
    // What has come is shown.
    if (!isOpen && head.length > 0) open();
    if (isOpen) stdout.write(form.close);
    throw error;
  }
  stdout.write(form.close);
  return count;
}

interface Form {
  /** How many rows are looked at before the first is printed. */
  readonly ahead: number;
  readonly open: (head: readonly (readonly unknown[])[]) => string;
  readonly row: (row: readonly unknown[], i: number) => string;
  readonly close: string;
}

type MakeForm = (names: readonly string[], style: RowStyle, isTerminal: boolean) => Form;

const FORMS: { readonly [Mode in RowMode]: MakeForm } = {
  table(names, { colours, width, isWhole }) {
    let print: Form['row'] = () => '';
    return {
      ahead: LAID_OUT,
      open(head) {
        const layout = tableLayout(names, head, { width, isWhole });
        print =
          layout === null
            ? (row, i) => lineRow(names, row, { number: i + 1, width, colours })
            : (row) => tableRow(row, layout, colours);
        return layout === null ? '' : tableHead(names, layout, colours);
      },
      row: (row, i) => print(row, i),
      close: '',
    };
  },
  line: (names, { colours }) => ({
    ahead: 1,
    open: () => '',
    // All of it: it is what this form is for.
    row: (row, i) => lineRow(names, row, { number: i + 1, width: Number.POSITIVE_INFINITY, colours }),
    close: '',
  }),
  json: (names) => ({
    ahead: 0,
    open: () => '[',
    row: (row, i) => `${i === 0 ? '' : ','}\n  ${objectText(names, row)}`,
    close: '\n]\n',
  }),
  jsonl: (names) => ({
    ahead: 0,
    open: () => '',
    row: (row) => `${objectText(names, row)}\n`,
    close: '',
  }),
  csv(names, _, isTerminal) {
    const record = (values: readonly unknown[]): string => {
      const text = values.map(csvText).join(',');
      return `${isTerminal ? printable(text) : text}\r\n`;
    };
    return { ahead: 0, open: () => record(names), row: record, close: '' };
  },
};

function objectText(names: readonly string[], row: readonly unknown[]): string {
  return `{${names.map((name, i) => `${jsonText(name)}:${jsonText(row[i])}`).join(',')}}`;
}
