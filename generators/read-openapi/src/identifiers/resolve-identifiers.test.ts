import { describe, expect, it } from 'vitest';
import { bare, findings, readSchemaS, readSpec, withSchemas } from '../testing.ts';

const S = { kind: 'ref', name: 'T' };

const references: [string, { schemas: string; want: unknown }][] = [
  ['an anchor', { schemas: `S: { $ref: '#t' }\nT: { $anchor: t, type: string }`, want: S }],
  [
    'a dynamic anchor, by an ordinary reference',
    { schemas: `S: { $ref: '#t' }\nT: { $dynamicAnchor: t }`, want: S },
  ],
  ['an anchor, by a dynamic reference', { schemas: `S: { $dynamicRef: '#t' }\nT: { $anchor: t }`, want: S }],
  [
    'an identifier',
    { schemas: `S: { $ref: 'https://example.org/t' }\nT: { $id: 'https://example.org/t' }`, want: S },
  ],
  ['a relative identifier', { schemas: `S: { $ref: t }\nT: { $id: t }`, want: S }],
  [
    'an anchor of an identified schema',
    { schemas: `S: { $ref: 't#a' }\nT: { $id: t, $anchor: a }`, want: S },
  ],
  [
    'a pointer from an identified schema on',
    {
      schemas: `S: { $id: s, $ref: '#/$defs/t', $defs: { t: { $ref: '#/components/schemas/T' } } }\nT: {}`,
      want: { kind: 'ref', name: 'S.t' },
    },
  ],
  [
    'a component, whatever identifies where it is referred to',
    { schemas: `S: { $id: s, $ref: '#/components/schemas/T' }\nT: {}`, want: S },
  ],
];

describe('a reference leads to', () => {
  it.each(references)('%s', (_name, { schemas, want }) => {
    expect(readSchemaS(schemas)).toEqual(want);
    expect(findings([{ path: 'spec.yaml', text: withSchemas(schemas) }])).toEqual([]);
  });
});

const PAGE = `Page:
  $id: page
  type: object
  properties:
    total: { type: integer }
    items: { type: array, items: { $dynamicRef: '#item' } }
  $defs:
    item: { $dynamicAnchor: item, not: {} }
Book: { type: object, properties: { id: { type: string } } }
`;
const BOOKS = {
  kind: 'object',
  properties: [
    { name: 'total', required: false, schema: { kind: 'integer' } },
    {
      name: 'items',
      required: false,
      schema: { kind: 'array', items: { kind: 'ref', name: 'S.book' } },
    },
  ],
};

const generics: [string, { schemas: string; want: unknown }][] = [
  [
    'a list of what an instance binds',
    {
      schemas: `${PAGE}S:
  $id: books
  $ref: page
  $defs: { book: { $dynamicAnchor: item, $ref: '#/components/schemas/Book' } }`,
      want: BOOKS,
    },
  ],
  [
    'without identifiers too',
    {
      schemas: `${PAGE.replace('  $id: page\n', '')}S:
  description: Books.
  $ref: '#/components/schemas/Page'
  $defs: { book: { $dynamicAnchor: item, $ref: '#/components/schemas/Book' } }`,
      want: { ...BOOKS, description: 'Books.' },
    },
  ],
  [
    'as a part of more',
    {
      schemas: `${PAGE}S:
  allOf: [{ $ref: page }]
  required: [total]
  $defs: { book: { $dynamicAnchor: item, $ref: '#/components/schemas/Book' } }`,
      want: {
        kind: 'allOf',
        parts: [BOOKS, { kind: 'object', properties: [], requiredElsewhere: ['total'] }],
      },
    },
  ],
  [
    'through another generic schema',
    {
      schemas: `${PAGE}Named: { allOf: [{ $ref: page }] }
S:
  $ref: '#/components/schemas/Named'
  $defs: { book: { $dynamicAnchor: item, $ref: '#/components/schemas/Book' } }`,
      want: BOOKS,
    },
  ],
  [
    'a tree of its own kind',
    {
      schemas: `Tree: { $id: tree, $dynamicAnchor: node, type: object, properties: { child: { $dynamicRef: '#node' } } }
S: { $id: strict, $dynamicAnchor: node, $ref: tree, title: Strict }`,
      want: {
        kind: 'object',
        title: 'Strict',
        properties: [{ name: 'child', required: false, schema: { kind: 'ref', name: 'S' } }],
      },
    },
  ],
];

describe('a generic schema is', () => {
  it.each(generics)('%s', (_name, { schemas, want }) => {
    expect(readSchemaS(schemas)).toEqual(want);
    expect(findings([{ path: 'spec.yaml', text: withSchemas(schemas) }])).toEqual([]);
  });
});

it('a generic schema without bindings has what its anchor has', () => {
  const page = bare(readSpec(withSchemas(`${PAGE}S: { $ref: page }`)).schemas.Page);
  expect(page).toMatchObject({ properties: [{}, { schema: { items: { kind: 'ref', name: 'Page.item' } } }] });
});

it('an anchor that nobody has is reported', () => {
  const text = withSchemas(`S:\n  $dynamicRef: '#nobody'`);
  expect(findings([{ path: 'spec.yaml', text }])).toEqual([
    'spec.yaml:7:7 error ref-unresolved: `#nobody` points at nothing.',
  ]);
});

it('what is found in a copy is told where the generic schema stands', () => {
  const text = withSchemas(`${PAGE.replace('type: integer', 'type: strng')}S:
  $ref: page
  $defs: { book: { $dynamicAnchor: item, type: string } }`);
  const found = findings([{ path: 'spec.yaml', text }]);
  expect(found.map((line) => line.split(':').slice(0, 2).join(':'))).toEqual(['spec.yaml:10']);
});

it('data that looks like identifiers is data', () => {
  const schemas = `S: { type: object, example: { $id: s, $dynamicRef: '#x', $ref: y }, properties: { $anchor: { type: string } } }`;
  const { document } = readSpec(withSchemas(schemas));
  expect(document.components).toMatchObject({ schemas: { S: { example: { $dynamicRef: '#x' } } } });
});

/** `g0` has so many properties of `g1`, and so on; the last one has the anchor. */
const generic = (levels: number, each: number): string =>
  Array.from({ length: levels }, (_, i) => {
    const reference =
      i === levels - 1 ? `{ $dynamicRef: '#t' }` : `{ $ref: '#/components/schemas/g${i + 1}' }`;
    return `g${i}: { properties: { ${Array.from({ length: each }, (_p, j) => `p${j}: ${reference}`).join(', ')} } }`;
  }).join('\n');
const BOUND = `S: { $ref: '#/components/schemas/g0', $defs: { t: { $dynamicAnchor: t, type: string } } }`;

it('generic schemas that multiply are refused', () => {
  const text = withSchemas(`${generic(14, 4)}\n${BOUND}`);
  expect(findings([{ path: 'spec.yaml', text }])).toEqual([
    expect.stringContaining(
      'spec-too-complex: `spec.yaml` is refused: its generic schemas come to more than 10000',
    ),
  ]);
});

it('the anchor of a generic schema may be thousands of references away', () => {
  const text = withSchemas(`${generic(5_000, 1)}\n${BOUND}`);
  expect(findings([{ path: 'spec.yaml', text }])).toEqual([]);
});
