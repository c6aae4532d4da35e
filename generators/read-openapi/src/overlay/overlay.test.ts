import type { Spec } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { readOpenApi } from '../read-openapi.ts';
import { findings } from '../testing.ts';

const SPEC = `openapi: 3.1.0
info: { title: Library, version: '1', x-a: { b: 1 } }
tags: [{ name: books }]
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: legacy, in: query, schema: { type: string } }
        - { name: after, in: query, schema: { type: strng } }
      responses: { '200': { description: Books } }
  /it's:
    get: { responses: { '200': { description: Odd } } }
`;

const HEAD = "overlay: 1.0.0\ninfo: { title: Amendments, version: '1' }\nactions:\n";

function amend(actions: string, spec = SPEC): Spec {
  const overlays = [{ path: 'overlay.yaml', text: HEAD + actions }];
  const answer = readOpenApi([{ path: 'spec.yaml', text: spec }], { overlays });
  if ('unreadable' in answer) throw new Error(answer.unreadable.map(({ message }) => message).join('\n'));
  return answer;
}

describe('an action', () => {
  test.each<[string, { given: string; path: readonly (string | number)[]; want: unknown }]>([
    [
      'merges objects, members of members too',
      {
        given: '- { target: $.info, update: { title: Books, x-a: { c: 2 } } }',
        path: ['info'],
        want: { title: 'Books', version: '1', 'x-a': { b: 1, c: 2 } },
      },
    ],
    [
      'joins lists',
      {
        given: '- { target: $, update: { tags: [{ name: more }] } }',
        path: ['tags'],
        want: [{ name: 'books' }, { name: 'more' }],
      },
    ],
    [
      'appends to a list',
      {
        given: '- { target: $.tags, update: { name: more } }',
        path: ['tags'],
        want: [{ name: 'books' }, { name: 'more' }],
      },
    ],
    [
      'removes what a filter selects',
      {
        given:
          "- { target: \"$.paths['/books'].get.parameters[?@.name == 'legacy' || @.name == 'limit']\", remove: true }",
        path: ['paths', '/books', 'get', 'parameters'],
        want: [{ name: 'after', in: 'query', schema: { type: 'strng' } }],
      },
    ],
    [
      'removes whatever it says of updates',
      { given: '- { target: $.tags, remove: true, update: [] }', path: ['tags'], want: undefined },
    ],
    [
      'reaches names with quotes',
      {
        given: `- { target: '$.paths["/it''s"]', update: { summary: Odd } }`,
        path: ['paths', "/it's", 'summary'],
        want: 'Odd',
      },
    ],
    [
      'changes one of two that YAML writes as one',
      {
        given: '- { target: $.x-one, update: { a: 2 } }',
        path: ['x-two', 'a'],
        want: 1,
      },
    ],
  ])('%s', (_name, { given, path, want }) => {
    const { document } = amend(given, `${SPEC}x-one: &one { a: 1 }\nx-two: *one\n`);
    const value = path.reduce<unknown>(
      (part, key) => (part as Record<string | number, unknown>)[key],
      document,
    );
    expect(value).toEqual(want);
  });

  test('has no power over what all objects inherit', () => {
    const { document } = amend('- { target: $.info, update: { __proto__: { a: 1 } } }');
    expect(Object.keys(document.info ?? {})).toContain('__proto__');
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  test('sees what the one before it did', () => {
    const { diagnostics, title } = amend(
      '- { target: $.info, update: { xb: {} } }\n- { target: "$.info.xb", update: { c: 1 } }\n- { target: "$[?@.xb.c == 1]", update: { title: Two } }',
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['schema-type-unknown']);
    expect(title).toBe('Two');
  });

  test('may bring references', () => {
    const { schemas } = amend(
      '- { target: $, update: { components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: {} } } } }',
    );
    expect(Object.keys(schemas)).toEqual(['A', 'B']);
  });
});

describe('what an overlay brings has its places there', () => {
  const overlay = `- target: $.paths['/books'].get
  update:
    parameters: [{ name: sort, in: query, schema: { type: txt } }]
    summary: Books
- target: $.paths['/books'].get.parameters[?@.name == 'legacy']
  remove: true
- target: $.components.schemas
  update: { A: {} }
`;
  const { operations } = amend(overlay);

  test('and what it moves keeps its own', () => {
    expect(operations[0]?.summary).toBe('Books');
    expect(operations[0]?.parameters.map(({ name, origin }) => [name, origin.file, origin.pointer])).toEqual([
      ['limit', 'spec.yaml', '/paths/~1books/get/parameters/0'],
      ['after', 'spec.yaml', '/paths/~1books/get/parameters/2'],
      ['sort', 'overlay.yaml', '/actions/0/update/parameters/0'],
    ]);
  });

  test('in every finding', () => {
    const overlays = [{ path: 'overlay.yaml', text: HEAD + overlay }];
    expect(findings([{ path: 'spec.yaml', text: SPEC }], { overlays })).toEqual([
      'overlay.yaml:6:53 warning schema-type-unknown: `txt` is no type of JSON Schema.',
      'overlay.yaml:10:3 warning overlay-target-unmatched: The target `$.components.schemas` matches nothing.',
      'spec.yaml:11:47 warning schema-type-unknown: `strng` is no type of JSON Schema.',
    ]);
  });
});

describe('an overlay', () => {
  const files = ['a', 'b'].map((name) => ({
    path: `specs/${name}.yaml`,
    text: `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /${name}: { get: { responses: { '200': { description: D } } } } }`,
  }));
  const actions = "actions: [{ target: '$.paths.*.get', update: { summary: New } }]";

  test.each<[string, { given: string; want: readonly string[] }]>([
    ['is for all files of the spec', { given: '', want: ['New', 'New'] }],
    ['is for the file that it extends', { given: 'extends: ../specs/b.yaml\n', want: ['', 'New'] }],
    [
      'is for all where it extends what nobody named',
      { given: 'extends: https://a.example/b.yaml\n', want: ['New', 'New'] },
    ],
  ])('%s', (_name, { given, want }) => {
    const overlays = [{ path: 'overlays/o.yaml', text: `overlay: 1.0.0\n${given}${actions}` }];
    expect(readOpenApi(files, { overlays })).toMatchObject({
      operations: want.map((summary) => ({ summary })),
    });
  });

  test.each<[string, string]>([
    ['actions: []', 'overlay-malformed'],
    ['overlay: 2.0.0\nactions: []', 'overlay-malformed'],
    ['overlay: {}\nactions: []', 'overlay-malformed'],
    ['overlay: 1.0.0', 'overlay-malformed'],
    ['', 'spec-empty'],
    ['overlay: [', 'spec-syntax'],
  ])('that is none makes the spec unreadable: %j', (text, code) => {
    expect(readOpenApi(files, { overlays: [{ path: 'o.yaml', text }] })).toMatchObject({
      unreadable: [{ code, source: { file: 'o.yaml' }, message: expect.not.stringContaining('[object') }],
    });
  });

  test('amends Swagger 2.0 as it is written', () => {
    const overlays = [
      { path: 'o.yaml', text: `${HEAD}  - { target: $.definitions.A, update: { type: string } }` },
    ];
    const text = "swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths: {}\ndefinitions: { A: {} }";
    const spec = readOpenApi([{ path: 'a.yaml', text }], { overlays });
    expect(spec).toMatchObject({ schemas: { A: { kind: 'string', origin: { pointer: '/definitions/A' } } } });
  });
});

describe('a spec of several files', () => {
  const files: { readonly [path: string]: string } = {
    'books.yaml':
      "get: { operationId: listBooks, responses: { '200': { description: Books, content: { application/json: { schema: { $ref: 'book.yaml' } } } } } }",
    'book.yaml': 'type: object\nproperties: { id: { type: strng } }\n',
  };
  const referenced = (path: string) => {
    const text = files[path];
    return text === undefined ? undefined : { path, text };
  };
  const spec = (reference: string) => [
    { path: 'spec.yaml', text: `openapi: 3.1.0\npaths: { /books: { $ref: ${reference} } }\n` },
  ];
  const overlay = (actions: string) => [{ path: 'overlay.yaml', text: HEAD + actions }];

  test('is amended where its parts stand in other files', () => {
    const overlays = overlay(
      "- { target: '$.paths[*].get', update: { summary: Lists } }\n- { target: '$.components.schemas[*].properties.id', update: { type: string } }",
    );
    const answer = readOpenApi(spec('books.yaml'), { referenced, overlays });
    expect(answer).toMatchObject({
      operations: [{ summary: 'Lists', origin: { file: 'books.yaml', pointer: '/get' } }],
      files: ['spec.yaml', 'books.yaml', 'book.yaml', 'overlay.yaml'],
      diagnostics: [],
    });
  });

  test('may be rid of a reference that nobody may follow', () => {
    const overlays = overlay('- { target: $.paths, remove: true }');
    expect(readOpenApi(spec('https://a.example/b.yaml'), { referenced, overlays })).toMatchObject({
      operations: [],
      diagnostics: [],
    });
  });
});
