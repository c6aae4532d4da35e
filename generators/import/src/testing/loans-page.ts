/** What a site's own modules are named after. */
const [SITE, THEME] = ['@site', '@theme'];

const tabs = (methods: readonly string[], panes: readonly string[]): string => `<Tabs
    defaultValue="${methods[0]}"
    values={[
${methods.map((name) => `        { label: '${name}', value: '${name.toLowerCase()}' }`).join(',\n')}
    ]}
>
${panes.map((pane, i) => `<TabItem value="${methods[i]?.toLowerCase()}">\n\n${pane}\n</TabItem>`).join('\n')}
</Tabs>`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => `<table>
<thead>
    <tr>
${head.map((cell) => `    <th>${cell}</th>`).join('\n')}
    </tr>
</thead>
<tbody>
${rows.map((row) => `<tr>\n${row.map((cell) => `    <td>${cell}</td>`).join('\n')}\n</tr>`).join('\n')}
</tbody>
</table>`;

const name = (text: string): string => `<CopyableCode code="${text}" />`;
const param = (text: string): string => `<a href="#parameter-${text}"><code>${text}</code></a>`;
const fact = (field: string, type: string, description: string) => [
  name(field),
  `<code>${type}</code>`,
  description,
];
const FACTS = ['Name', 'Datatype', 'Description'];

const loan = [
  fact('id', 'string', 'ID of the loan (example: l-1)'),
  fact(
    'objectType',
    'string',
    'What is lent, a `book` or a [film](https://example.org/film). See <code>kind</code>.',
  ),
  fact('stringsAttached', 'boolean', ''),
  fact('due', 'string (date-time)', 'First line.<br /><br />- second &lt;line&gt; &#123;of it&#125;'),
  fact('state', 'string', 'State (OPEN, DONE) (default: OPEN)'),
];
const fields = `Success\n\n${table(FACTS, loan)}`;
const sql = (code: string, description: string): string => `${description}\n\n\`\`\`sql\n${code}\n\`\`\``;
const columns = 'id,\nobjectType,\nstringsAttached,\ndue,\nstate';

/** The source of a page of the current format, with what makes rendered text hard to read. */
export const LOANS_PAGE = `---
title: loans
---

import CopyableCode from '${SITE}/src/components/CopyableCode/CopyableCode';
import Tabs from '${THEME}/Tabs';
import TabItem from '${THEME}/TabItem';

Creates, updates, deletes, gets or lists a <code>loans</code> resource.

## Overview
<table><tbody>
<tr><td><b>Name</b></td><td><code>loans</code></td></tr>
<tr><td><b>Type</b></td><td>Resource</td></tr>
<tr><td><b>Id</b></td><td>${name('acme.library.loans')}</td></tr>
</tbody></table>

## Fields

The following fields are returned by \`SELECT\` queries:

${tabs(['list_loans', 'get_loan'], [fields, fields])}

## Methods

The following methods are available for this resource:

${table(
  ['Name', 'Accessible by', 'Required Params', 'Optional Params', 'Description'],
  [
    [
      name('list_loans'),
      name('select'),
      param('subdomain'),
      `${param('limit')}, ${param('limitBy')}`,
      'Lists loans',
    ],
    [
      name('get_loan'),
      name('select'),
      `${param('loanId')}, ${param('subdomain')}`,
      '',
      'Retrieves a loan<br /><br />&gt; **Note:** One only.',
    ],
    [
      name('update_loan'),
      name('update'),
      `${param('loanId')}, ${param('subdomain')}, <code>data__days</code>`,
      '',
      'Updates a loan',
    ],
    [name('selected_delete'), name('delete'), param('subdomain'), '', ''],
    [name('extend'), name('exec'), param('subdomain'), param('limit'), 'Extends what limits a loan'],
  ],
)}

## Parameters

Parameters can be passed in the \`WHERE\` clause of a query. Check the [Methods](#methods) section to see which parameters are required or optional for each operation.

${table(FACTS, [
  fact('subdomain', 'string', 'The domain (default: my-org)'),
  fact('loanId', 'string', 'Which loan'),
  fact('limit', 'integer (int32)', 'How many (maximum: 200)'),
  fact('limitBy', 'string', ''),
])}

## \`SELECT\` examples

${tabs(
  ['list_loans', 'get_loan'],
  [
    sql(
      `SELECT\n${columns}\nFROM acme.library.loans\nWHERE subdomain = '{{ subdomain }}' -- required\nAND limit = '{{ limit }}'\nAND limitBy = '{{ limitBy }}';`,
      'Lists loans',
    ),
    sql(
      `SELECT\n${columns}\nFROM acme.library.loans\nWHERE loanId = '{{ loanId }}' -- required\nAND subdomain = '{{ subdomain }}' -- required;`,
      'Retrieves a loan<br /><br />&gt; **Note:** One only.',
    ),
  ],
)}

## \`UPDATE\` examples

${tabs(['update_loan'], [sql(`UPDATE acme.library.loans\nSET \ndata__days = {{ days }}\nWHERE \nloanId = '{{ loanId }}' --required\nAND subdomain = '{{ subdomain }}' --required\nRETURNING\nid;`, 'Updates a loan')])}

## \`DELETE\` examples

${tabs(['selected_delete'], [sql(`DELETE FROM acme.library.loans\nWHERE subdomain = '{{ subdomain }}' --required;`, 'No description available.')])}

## Lifecycle Methods

${tabs(['extend'], [sql(`EXEC acme.library.loans.extend \n@subdomain='{{ subdomain }}' --required, \n@limit='{{ limit }}'\n;`, 'Extends what limits a loan')])}
`;
