import type { Dialect } from '@plumbline/model';

/** A row of Fields or Parameters as people read it: name, type, description with its notes. */
export type BookRow = readonly [name: string, type: string, description: string];

export interface BookMethod {
  readonly verb: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly description: string;
}

/** An example: what it selects or returns, asks for, sets, and sends as JSON. `x!` is marked as required. */
export interface BookStatement {
  readonly columns?: readonly string[];
  readonly where?: readonly string[];
  readonly set?: readonly string[];
  readonly json?: readonly string[];
}

/** What the page of the library says, whatever its dialect. */
export interface BookPage {
  readonly hasId: boolean;
  readonly fields: readonly BookRow[];
  /** The methods that have a tab of their own, and what `values` lists. */
  readonly tabs: readonly string[];
  readonly listed: readonly string[];
  readonly caption: string;
  readonly methods: { readonly [name: string]: BookMethod };
  readonly params: readonly BookRow[];
  readonly statements: { readonly [method: string]: BookStatement };
  readonly manifest: readonly string[];
  /** Names that are a link, though no row has that anchor. */
  readonly linked: readonly string[];
  readonly isLastFenceOpen: boolean;
}

export const DIALECT_NAMES: readonly Dialect[] = ['N1', 'N2', 'L1', 'L2', 'L3', 'L4'];

export const isCurrent = (dialect: Dialect): boolean => dialect.startsWith('N');
export const hasExamples = (dialect: Dialect): boolean => !['L1', 'L2'].includes(dialect);
/** The Fields tables of L2 have no Description here, as some published ones. */
export const hasDescriptions = (dialect: Dialect): boolean => dialect !== 'L2';
/** How the page calls a field of the body. */
export const bodyOf = (dialect: Dialect, name: string): string =>
  ['N2', 'L4'].includes(dialect) ? name : `data__${name}`;

/** A page that agrees with the spec in everything. */
export function agreeing(dialect: Dialect): BookPage {
  const title = bodyOf(dialect, 'title');
  const pages = bodyOf(dialect, 'pages');
  const type = (plain: string, format: string): string =>
    isCurrent(dialect) ? `${plain} (${format})` : plain;
  const columns = ['id', 'title', 'pages', 'added', 'shelf', 'state'];
  const tabs = ['get_book', 'list_books'];
  return {
    hasId: true,
    fields: [
      ['id', 'string', 'Its number.'],
      ['title', 'string', 'What it is called.'],
      ['pages', 'integer', 'How long it is. (default: 100, minimum: 1)'],
      ['added', type('string', 'date-time'), 'When it came.'],
      ['shelf', 'string', 'Where it was. (deprecated)'],
      ['state', 'string', 'Where it is. (in, lent)'],
    ],
    tabs,
    listed: tabs,
    caption: 'The answer.',
    methods: {
      get_book: {
        verb: 'select',
        required: ['host', 'bookId'],
        optional: [],
        description: 'Retrieves a book.',
      },
      list_books: {
        verb: 'select',
        required: ['host'],
        optional: ['genre', 'limit'],
        description: 'Lists the books.',
      },
      create_book: {
        verb: 'insert',
        required: ['host', title],
        optional: [],
        description: 'Adds a book.',
      },
      replace_book: {
        verb: 'replace',
        required: ['host', 'bookId', title],
        optional: [],
        description: 'Replaces a book.',
      },
      delete_book: {
        verb: 'delete',
        required: ['host', 'bookId'],
        optional: [],
        description: 'Removes a book.',
      },
      lend_book: {
        verb: 'exec',
        required: ['host', 'bookId', bodyOf(dialect, 'until')],
        optional: [],
        description: 'Lends a book. (deprecated)',
      },
    },
    params: [
      ['host', 'string', 'Where the library is. (default: my-host)'],
      ['bookId', 'string', 'Which book.'],
      ['genre', 'string', 'What they are. (novel, poem)'],
      ['limit', 'integer (int32)', 'At most so many. (default: 20, maximum: 100)'],
    ],
    statements: {
      get_book: { columns, where: ['host!', 'bookId!'] },
      list_books: { columns, where: ['host!', 'genre'] },
      create_book: { set: ['host', `${title}!`, pages], columns: ['id', 'title'] },
      replace_book: { set: [title, pages], where: ['host!', 'bookId!'], columns: ['id'] },
      delete_book: { where: ['host!', 'bookId!'] },
      lend_book: { where: ['host!', 'bookId!'], json: ['until', 'note'] },
    },
    manifest: ['Required parameter for the books resource.', 'What it is called.'],
    linked: [],
    isLastFenceOpen: false,
  };
}

/** The page as its dialect writes it. */
export function bookPage(dialect: Dialect, page: BookPage): string {
  return isCurrent(dialect) ? currentPage(dialect, page) : legacyPage(dialect, page);
}

function currentPage(dialect: Dialect, page: BookPage): string {
  const copied = dialect === 'N2' ? '<CopyableCode code="books" />' : '<code>books</code>';
  const table = (rows: readonly string[], columns: readonly string[]): string =>
    `<table>\n<thead>\n    <tr>\n${columns.map((one) => `    <th>${one}</th>\n`).join('')}    </tr>\n</thead>\n<tbody>\n${rows.map((row) => `${row}\n`).join('')}</tbody>\n</table>`;
  const row = ([name, type, description]: BookRow, open: string): string =>
    `${open}\n    <td><CopyableCode code="${name}" /></td>\n    <td>${type === '' ? '' : `<code>${type}</code>`}</td>\n    <td>${description}</td>\n</tr>`;
  const rowColumns = ['Name', 'Datatype', 'Description'];
  const anchors = new Set([...page.params.map(([name]) => name), ...page.linked]);
  const names = (list: readonly string[]): string =>
    list
      .map((name) =>
        anchors.has(name) || ['limit', 'bookId', 'genre'].includes(name)
          ? `<a href="#parameter-${name}"><code>${name}</code></a>`
          : `<code>${name}</code>`,
      )
      .join(', ');
  const methods = Object.entries(page.methods).map(
    ([name, { verb, required, optional, description }]) =>
      `<tr>\n    <td><a href="#${name}"><CopyableCode code="${name}" /></a></td>\n    <td><CopyableCode code="${verb}" /></td>\n    <td>${names(required)}</td>\n    <td>${names(optional)}</td>\n    <td>${description}</td>\n</tr>`,
  );
  const fieldTabs = page.tabs.map((tab) => {
    const caption = page.caption === '' || tab !== 'list_books' ? 'The answer.\n\n' : `${page.caption}\n\n`;
    const own = page.caption === '' && tab === 'list_books' ? '' : caption;
    const rows = page.fields.map((field) => row(field, '<tr>'));
    return `<TabItem value="${tab}">\n\n${own}${table(rows, rowColumns)}\n</TabItem>`;
  });
  const examples = SECTIONS.map(([verb, title]) => {
    const own = Object.entries(page.methods).filter(([, method]) => method.verb === verb);
    const tabs = own.map(([name]) => name);
    const items = tabs.map((name) => {
      const isOpen = page.isLastFenceOpen && name === 'lend_book';
      const code = statementText(dialect, name, page.statements[name] ?? {}, verb);
      return `<TabItem value="${name}">\n\n\`\`\`sql\n${code}\n${isOpen ? '' : '```\n'}</TabItem>`;
    });
    if (verb !== 'insert') return `## ${title}\n\n${tabsOf(tabs, items)}`;
    const manifest = manifestText(dialect, page.manifest);
    return `## ${title}\n\n${tabsOf([...tabs, 'manifest'], [...items, manifest])}`;
  });
  return [
    '---\ntitle: books\n---',
    dialect === 'N2' ? "import CodeBlock from '@theme/CodeBlock';" : "import Tabs from '@theme/Tabs';",
    'Books, which can be lent.',
    overview(page, copied),
    `## Fields\n\n${tabsOf(page.listed, fieldTabs)}`,
    `## Methods\n\n${table(methods, ['Name', 'Accessible by', 'Required Params', 'Optional Params', 'Description'])}`,
    `## Parameters\n\n${table(
      page.params.map((param) => row(param, `<tr id="parameter-${param[0]}">`)),
      rowColumns,
    )}`,
    ...examples,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function tabsOf(values: readonly string[], items: readonly string[]): string {
  const entries = values.map((value) => `        { label: '${value}', value: '${value}' }`).join(',\n');
  return `<Tabs\n    defaultValue="${values[0]}"\n    values={[\n${entries}\n    ]}\n>\n${items.join('\n')}\n</Tabs>`;
}

function manifestText(dialect: Dialect, [host = '', title = '']: readonly string[]): string {
  const value = (name: string): string => (dialect === 'N2' ? `"{{ ${name} }}"` : 'string');
  const text = `- name: books\n  props:\n    - name: host\n      value: ${value('host')}\n      description: ${host}\n    - name: title\n      value: ${value('title')}\n      description: ${title}\n    - name: pages\n      value: ${dialect === 'N2' ? '"{{ pages }}"' : 'integer'}\n      description: How long it is.`;
  return dialect === 'N2'
    ? `<TabItem value="manifest">\n\n<CodeBlock language="yaml">{\`${text}\n\`}</CodeBlock>\n\n</TabItem>`
    : `<TabItem value="manifest">\n\n\`\`\`yaml\n${text}\n\`\`\`\n</TabItem>`;
}

function overview(page: BookPage, name: string, own = OWN_ID): string {
  const id = page.hasId ? `<tr><td><b>Id</b></td><td>${own}</td></tr>\n` : '';
  return `## Overview\n<table><tbody>\n<tr><td><b>Name</b></td><td>${name}</td></tr>\n<tr><td><b>Type</b></td><td>Resource</td></tr>\n${id}</tbody></table>`;
}

const OWN_ID = '<CopyableCode code="acme.books.books" />';

const SECTIONS = [
  ['select', '`SELECT` examples'],
  ['insert', '`INSERT` examples'],
  ['replace', '`REPLACE` examples'],
  ['delete', '`DELETE` examples'],
  ['exec', 'Lifecycle Methods'],
] as const;

function legacyPage(dialect: Dialect, page: BookPage): string {
  const code = (text: string): string =>
    dialect === 'L1' ? `\`${text}\`` : `<CopyableCode code="${text}" />`;
  const columns = hasDescriptions(dialect) ? ['Name', 'Datatype', 'Description'] : ['Name', 'Datatype'];
  const fields = page.fields.map(([name, type, description]) => [
    code(name),
    type === '' ? '' : dialect === 'L4' ? `<code>${type}</code>` : `\`${type}\``,
    ...(hasDescriptions(dialect) ? [description] : []),
  ]);
  const methods = Object.entries(page.methods).map(([name, { verb, required, description }]) => [
    code(name),
    `\`${verb.toUpperCase()}\``,
    required.length === 0 ? '' : code(required.join(', ')),
    description,
  ]);
  const table = dialect === 'L4' ? oneLineTable : pipeTable;
  const examples = hasExamples(dialect)
    ? SECTIONS.filter(([verb]) => verb !== 'select').map(([verb], i, all) => {
        const [name = ''] = Object.entries(page.methods).find(([, method]) => method.verb === verb) ?? [];
        const close = page.isLastFenceOpen && i === all.length - 1 ? '' : '\n```';
        return `## \`${verb.toUpperCase()}\` example\n\n\`\`\`sql\n${statementText(dialect, name, page.statements[name] ?? {}, verb)}${close}`;
      })
    : [];
  return [
    '---\ntitle: books\n---',
    overview(page, '<code>books</code>', dialect === 'L1' ? '<code>acme.books.books</code>' : OWN_ID),
    `## Fields\n${table(columns, fields)}`,
    `## Methods\n${table(['Name', 'Accessible by', 'Required Params', 'Description'], methods)}`,
    ...examples,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function pipeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, columns.map(() => ':---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function oneLineTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = `<tr>${columns.map((one) => `<th>${one}</th>`).join('')}</tr>`;
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table><tbody>${head}${body.join('')}</tbody></table>`;
}

const BARE = ['pages'];
const plain = (name: string): string => name.replace(/!$/, '').replace(/^data__/, '');
const column = (name: string): string => name.replace(/!$/, '');

function statementText(
  dialect: Dialect,
  method: string,
  { columns = [], where = [], set = [], json = [] }: BookStatement,
  verb: string,
): string {
  const value = (name: string): string =>
    BARE.includes(plain(name)) ? `{{ ${plain(name)} }}` : `'{{ ${plain(name)} }}'`;
  const mark = verb === 'select' ? ' -- required' : ' --required';
  const conditions = where
    .map((name) => `${column(name)} = '{{ ${plain(name)} }}'${name.endsWith('!') ? mark : ''}`)
    .join('\nAND ');
  const resource = 'acme.books.books';
  const returning = columns.length === 0 ? '' : `\nRETURNING\n${columns.join(',\n')}`;
  switch (verb) {
    case 'select':
      return `SELECT\n${columns.join(',\n')}\nFROM ${resource}${conditions === '' ? '' : `\nWHERE ${conditions}`}\n;`;
    case 'insert':
      return `INSERT INTO ${resource} (\n${set.map(column).join(',\n')}\n)\nSELECT\n${set
        .map((name) => `${value(name)}${name.endsWith('!') ? ' /* required */' : ''}`)
        .join(',\n')}${returning}\n;`;
    case 'delete':
      return `DELETE FROM ${resource}${conditions === '' ? '' : `\nWHERE ${conditions}`}${returning}\n;`;
    case 'exec': {
      const given = where.map((name) => `@${column(name)}='{{ ${plain(name)} }}'`);
      const args = given.map((one, i) => `${one}${i < given.length - 1 ? ',' : ''} --required`).join('\n');
      const members = json.map((name) => `"${name}": "{{ ${name} }}"`).join(',\n');
      return `EXEC ${resource}.${method}\n${args}${json.length === 0 ? '' : `\n@@json=\n'{\n${members}\n}'`}\n;`;
    }
    default: {
      const assigned = set.map((name) => `${column(name)} = ${value(name)}`).join(',\n');
      const opening = dialect.startsWith('N') ? '\nWHERE \n' : '\nWHERE ';
      return `${verb.toUpperCase()} ${resource}\nSET\n${assigned === '' ? '-- No updatable properties' : assigned}${opening}${conditions}${returning}\n;`;
    }
  }
}
