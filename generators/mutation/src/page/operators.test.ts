import { readResourcePages } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { editText } from '../text-edit.ts';
import { pageFaults } from './operators.ts';

const PAGE = `---
title: things
description: Things
---

The things.

## Overview
<table><tbody>
<tr><td><b>Name</b></td><td><CopyableCode code="things" /></td></tr>
<tr><td><b>Type</b></td><td>Resource</td></tr>
<tr><td><b>Id</b></td><td><CopyableCode code="acme.stock.things" /></td></tr>
</tbody></table>

## Fields

| Name | Datatype | Description |
|:-----|:---------|:------------|
| <CopyableCode code="id" /> | \`string\` | ID of the thing. |
| <CopyableCode code="state" /> | \`string\` | Whether it is sold. (NEW, SOLD) |

## Methods

<table>
<thead>
<tr><th>Name</th><th>Accessible by</th><th>Required Params</th><th>Optional Params</th><th>Description</th></tr>
</thead>
<tbody>
<tr>
    <td><a href="#get_thing"><CopyableCode code="get_thing" /></a></td>
    <td><CopyableCode code="select" /></td>
    <td><a href="#parameter-thingId"><code>thingId</code></a></td>
    <td><a href="#parameter-limit"><code>limit</code></a></td>
    <td>Gets a thing.</td>
</tr>
</tbody>
</table>

## Parameters

<table>
<thead>
<tr><th>Name</th><th>Datatype</th><th>Description</th></tr>
</thead>
<tbody>
<tr id="parameter-thingId">
    <td><CopyableCode code="thingId" /></td>
    <td><code>string</code></td>
    <td>ID of the thing.</td>
</tr>
<tr id="parameter-limit">
    <td><CopyableCode code="limit" /></td>
    <td><code>integer (int32)</code></td>
    <td>How many. (maximum: 200)</td>
</tr>
</tbody>
</table>

## \`SELECT\` examples

\`\`\`sql
SELECT
id,
state
FROM acme.stock.things
WHERE thingId = '{{ thingId }}' -- required
;
\`\`\`
`;

const [page] = readResourcePages([{ path: 'a.md', text: PAGE }], { provider: 'acme' }).resources;
if (page === undefined) throw new Error('No page.');
const faults = pageFaults({ text: PAGE, page, operationOf: () => 'GET /things/{thingId}' });

/** The lines that only one of the texts has. */
function difference(operator: string): readonly [readonly string[], readonly string[]] {
  const fault = faults.find((each) => each.operator === operator);
  if (fault?.change.in !== 'page') throw new Error(`No place for ${operator}.`);
  const [before, after] = [PAGE, editText(PAGE, fault.change.edits)].map((text) => text.split('\n'));
  return [
    (before ?? []).filter((line) => !after?.includes(line)).map((line) => line.trim()),
    (after ?? []).filter((line) => !before?.includes(line)).map((line) => line.trim()),
  ];
}

describe('a fault of a page', () => {
  it.each<[string, { takes: readonly string[]; puts: readonly string[] }]>([
    [
      'row-of-field-dropped',
      { takes: ['| <CopyableCode code="id" /> | `string` | ID of the thing. |'], puts: [] },
    ],
    [
      'row-of-parameter-dropped',
      {
        takes: [
          '<tr id="parameter-thingId">',
          '<td><CopyableCode code="thingId" /></td>',
          '<td><code>string</code></td>',
          '<td>ID of the thing.</td>',
        ],
        puts: [],
      },
    ],
    [
      'row-of-field-renamed',
      {
        takes: ['| <CopyableCode code="id" /> | `string` | ID of the thing. |'],
        puts: ['| <CopyableCode code="idX" /> | `string` | ID of the thing. |'],
      },
    ],
    [
      'row-of-field-retyped',
      {
        takes: ['| <CopyableCode code="id" /> | `string` | ID of the thing. |'],
        puts: ['| <CopyableCode code="id" /> | `integer` | ID of the thing. |'],
      },
    ],
    [
      'row-of-parameter-renamed',
      {
        takes: ['<td><CopyableCode code="thingId" /></td>'],
        puts: ['<td><CopyableCode code="thingIdX" /></td>'],
      },
    ],
    [
      'row-of-parameter-retyped',
      { takes: ['<td><code>string</code></td>'], puts: ['<td><code>integer</code></td>'] },
    ],
    [
      'row-of-method-renamed',
      {
        takes: ['<td><a href="#get_thing"><CopyableCode code="get_thing" /></a></td>'],
        puts: ['<td><a href="#get_thing"><CopyableCode code="get_thing_x" /></a></td>'],
      },
    ],
    [
      'verb-changed',
      {
        takes: ['<td><CopyableCode code="select" /></td>'],
        puts: ['<td><CopyableCode code="insert" /></td>'],
      },
    ],
    [
      'row-of-method-parameter-renamed',
      {
        takes: ['<td><a href="#parameter-thingId"><code>thingId</code></a></td>'],
        puts: ['<td><a href="#parameter-thingId"><code>thingIdX</code></a></td>'],
      },
    ],
    [
      'note-bound-changed',
      { takes: ['<td>How many. (maximum: 200)</td>'], puts: ['<td>How many. (maximum: 201)</td>'] },
    ],
    [
      'note-enum-changed',
      {
        takes: ['| <CopyableCode code="state" /> | `string` | Whether it is sold. (NEW, SOLD) |'],
        puts: ['| <CopyableCode code="state" /> | `string` | Whether it is sold. (NEW_X, SOLD) |'],
      },
    ],
    ['example-column-renamed', { takes: ['id,'], puts: ['idX,'] }],
    [
      'example-parameter-renamed',
      {
        takes: ["WHERE thingId = '{{ thingId }}' -- required"],
        puts: ["WHERE thingIdX = '{{ thingId }}' -- required"],
      },
    ],
  ])('%s', (operator, { takes, puts }) => {
    expect(difference(operator)).toEqual([takes, puts]);
  });
});

it('finds the row of a method, whole', () => {
  const [taken, put] = difference('row-of-method-dropped');
  expect(taken).toHaveLength(6);
  expect(put).toEqual([]);
});

it('tells the place and the operation', () => {
  const fault = faults.find(({ operator }) => operator === 'verb-changed');
  expect(fault).toMatchObject({ at: { file: 'a.md', line: 31 }, operations: ['GET /things/{thingId}'] });
});
