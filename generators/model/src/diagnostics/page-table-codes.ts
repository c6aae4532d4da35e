import { define } from './define.ts';

/** The tables of a page, row by row. */
export const pageTableCodes = {
  'table-unreadable': define<{ readonly section: string }>({
    severity: 'error',
    title: 'Table without a Name column',
    explanation:
      'Columns are known by their headings. A table of fields, methods or parameters without a `Name` column cannot be read, and ' +
      'all its rows are lost.',
    fixable: false,
    message: ({ section }) => `A table of the ${section} section has no \`Name\` column.`,
    hint: () => 'Give the table a header row with `Name` in it.',
    example: {
      language: 'md',
      before: '| Field | Datatype |\n|:------|:---------|\n',
      after: '| Name | Datatype |\n|:-----|:---------|\n',
    },
  }),
  'row-unreadable': define<{ readonly section: string }>({
    severity: 'error',
    title: 'Row without a name',
    explanation:
      'The Name cell of a row is empty or missing, so nobody knows what the row is about. It is left out.',
    fixable: false,
    message: ({ section }) => `A row of the ${section} table has no name, and is left out.`,
    hint: () => 'Write the name into the Name cell, or delete the row.',
    example: {
      language: 'md',
      before: '| <CopyableCode code=" " /> | `string` | Its state. |',
      after: '| <CopyableCode code="status" /> | `string` | Its state. |',
    },
  }),
  'row-outside-table': define<{ readonly section: string }>({
    severity: 'error',
    title: 'Rows that belong to no table',
    explanation:
      'A pipe table needs a line of dashes with as many cells as its header, and ends at an empty line or a comment between its ' +
      'rows. What follows is shown as text, and nothing of it is read.',
    fixable: false,
    message: ({ section }) => `Rows of the ${section} section belong to no table, and are left out.`,
    hint: () => 'Delete what stands between them and the table, or mend the line of dashes under its header.',
    example: {
      language: 'md',
      before: '| `id` | `string` |\n\n| `name` | `string` |',
      after: '| `id` | `string` |\n| `name` | `string` |',
    },
  }),
  'row-duplicate': define<{ readonly section: string; readonly name: string }>({
    severity: 'warning',
    title: 'Two rows of one name',
    explanation: 'A name stands twice in one table. The first row is kept, the other left out.',
    fixable: true,
    message: ({ section, name }) => `\`${name}\` stands twice in the ${section} table.`,
    hint: ({ name }) => `Delete one of the two rows of \`${name}\`, or mend its name.`,
    example: {
      language: 'md',
      before: '| `region` | `string` | Its region. |\n| `region` | `string` | AWS region. |',
      after: '| `region` | `string` | AWS region. |',
    },
  }),
  'verb-unknown': define<{ readonly method: string; readonly verb: string | null }>({
    severity: 'error',
    title: 'Method without a known SQL verb',
    explanation:
      'A method is reached by `SELECT`, `INSERT`, `UPDATE`, `REPLACE`, `DELETE` or `EXEC`. The cell "Accessible by" says by which, ' +
      'and here it names none of them.',
    fixable: false,
    message: ({ method, verb }) =>
      verb === null
        ? `\`${method}\` is accessible by no verb.`
        : `\`${verb}\`, by which \`${method}\` is said to be accessible, is no SQL verb.`,
    hint: () => 'Write `select`, `insert`, `update`, `replace`, `delete` or `exec` into the cell.',
    example: {
      language: 'md',
      before: '<td><CopyableCode code="get" /></td>',
      after: '<td><CopyableCode code="select" /></td>',
    },
  }),
};
