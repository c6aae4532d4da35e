import { describe, expect, it } from 'vitest';
import { printExpression } from '../print/print.ts';
import { only } from '../testing/only.ts';

function read(text: string) {
  const { columns } = only(`SELECT ${text}`, 'select').query;
  expect(columns).toHaveLength(1);
  return columns.map(({ expression }) => expression)[0];
}

/** With parentheses where they are needed, and nowhere else. */
const printed: [string, { given: string; want: string }][] = [
  ['AND before OR', { given: 'a or b and c', want: 'a OR b AND c' }],
  ['parentheses that matter', { given: '(a or b) and c', want: '(a OR b) AND c' }],
  ['parentheses that do not', { given: '((a)) + (b * c)', want: 'a + b * c' }],
  ['NOT over a comparison', { given: 'not a = b', want: 'NOT a = b' }],
  ['NOT of one operand', { given: '(not a) = b', want: '(NOT a) = b' }],
  ['left to right', { given: 'a - b - c', want: 'a - b - c' }],
  ['right first', { given: 'a - (b - c)', want: 'a - (b - c)' }],
  ['comparison before equality', { given: 'a = b < c', want: 'a = b < c' }],
  ['concatenation before a product', { given: 'a * b || c', want: 'a * b || c' }],
  ['signs', { given: '- -a', want: '-(-a)' }],
  ['synonyms', { given: 'a == b and c != d', want: 'a = b AND c <> d' }],
  ['BETWEEN and its AND', { given: 'a between 1 and 2 and b', want: 'a BETWEEN 1 AND 2 AND b' }],
  [
    'negated operators',
    { given: "a not in (1, 2) or b not like 'x%'", want: "a NOT IN (1, 2) OR b NOT LIKE 'x%'" },
  ],
  [
    'a keyword compared',
    {
      given: "limit not in (1) and order not like 'x'",
      want: '"limit" NOT IN (1) AND "order" NOT LIKE \'x\'',
    },
  ],
  ['an empty choice', { given: 'a in ()', want: 'a IN ()' }],
  ['NULL tests', { given: 'a is null or b is not null', want: 'a IS NULL OR b IS NOT NULL' }],
  ['an escape', { given: "a like '\\%' escape '\\'", want: "a LIKE '\\%' ESCAPE '\\'" }],
  [
    'casts of both forms',
    {
      given: 'cast(a as varchar(10)) || b::double precision',
      want: 'CAST(a AS varchar(10)) || CAST(b AS double precision)',
    },
  ],
  ['CASE', { given: "case when a then 'x' else y end", want: "CASE WHEN a THEN 'x' ELSE y END" }],
  ['CASE with an operand', { given: 'case a when 1 then 2 end', want: 'CASE a WHEN 1 THEN 2 END' }],
  [
    'a function of functions',
    {
      given: "SPLIT_PART(JSON_EXTRACT(c.properties, '$.id'), '/', -1)",
      want: "SPLIT_PART(JSON_EXTRACT(c.properties, '$.id'), '/', -1)",
    },
  ],
  [
    'functions named like keywords',
    { given: "replace(left(a, 2), 'x', if(b, 1, 2))", want: "replace(left(a, 2), 'x', if(b, 1, 2))" },
  ],
  ['DISTINCT in a function', { given: 'count(distinct a)', want: 'count(DISTINCT a)' }],
  [
    'a collation before concatenation',
    {
      given: "a || (b collate nocase) = (c || 'x') collate RTRIM",
      want: "a || b COLLATE NOCASE = (c || 'x') COLLATE RTRIM",
    },
  ],
  [
    'a filter of an aggregate',
    { given: 'count(*) filter (where a > 1) over ()', want: 'count(*) FILTER (WHERE a > 1) OVER ()' },
  ],
  ['distinctness', { given: 'a is distinct from b is not distinct from c', want: 'a IS NOT b IS c' }],
  ['JSON arrows', { given: "a -> 'b' ->> '$.c'", want: "a -> 'b' ->> '$.c'" }],
  ['a tuple', { given: '(a, b) = (1, 2)', want: '(a, b) = (1, 2)' }],
  [
    'subqueries',
    {
      given: 'exists (select 1) and (select a from t) = 1',
      want: 'EXISTS (SELECT 1) AND (SELECT a FROM t) = 1',
    },
  ],
  ["an author's choice of values", { given: 'true|false', want: 'TRUE | FALSE' }],
  ['constants', { given: 'null', want: 'NULL' }],
  ['a bare template', { given: '{{ a}}', want: '{{ a }}' }],
];

describe('an expression', () => {
  it.each(printed)('reads %s', (_name, { given, want }) => {
    expect(printExpression(read(given) ?? fail())).toBe(want);
  });

  it('finds the templates in a string', () => {
    expect(read("'a {{ x }}|{{y}}'")).toMatchObject({
      kind: 'string',
      value: 'a {{ x }}|{{y}}',
      templates: [
        { form: 'braces', name: 'x', start: 10, end: 17 },
        { form: 'braces', name: 'y', start: 18, end: 23 },
      ],
    });
  });

  it('takes a string of nothing but angle brackets for templates', () => {
    expect(read("'<DomainName>|<Id>'")).toMatchObject({
      templates: [
        { form: 'angles', name: 'DomainName', start: 8, end: 20 },
        { form: 'angles', name: 'Id', start: 21, end: 25 },
      ],
    });
    expect(read("'<b>bold</b>'")).toMatchObject({ templates: [] });
  });

  it('knows where each operand stands', () => {
    expect(read('a + (b)')).toMatchObject({
      kind: 'binary',
      start: 7,
      end: 14,
      left: { start: 7, end: 8 },
      right: { start: 12, end: 13 },
    });
  });
});

function fail(): never {
  throw new Error('no expression');
}
