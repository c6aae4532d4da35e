import type { InputFile, Spec } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { readOpenApi } from '../read-openapi.ts';
import { bare, findings, OK } from '../testing.ts';

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

type Files = Readonly<Record<string, string>>;

/** The first file is the spec; the others are there to be referred to. */
function read(files: Files) {
  const inputs = Object.entries(files).map(([path, text]): InputFile => ({ path, text }));
  const asked: string[] = [];
  const referenced = (path: string): InputFile | undefined => {
    asked.push(path);
    return inputs.find((input) => input.path === path);
  };
  return { answer: readOpenApi(inputs.slice(0, 1), { referenced }), asked, referenced, inputs };
}

function specOf(files: Files): Spec {
  const { answer } = read(files);
  if ('unreadable' in answer) throw new Error(answer.unreadable.map(({ message }) => message).join('\n'));
  return answer;
}

function findingsOf(files: Files): readonly string[] {
  const { inputs, referenced } = read(files);
  return findings(inputs.slice(0, 1), { referenced });
}

const LIBRARY: Files = {
  'specs/openapi.yaml': `${HEAD}paths:
  /books:
    $ref: paths/books.yaml
    summary: Books
  /authors:
    get:
      parameters: [{ $ref: './common.yaml#/parameters/limit' }]
      responses:
        '200': { $ref: 'common.yaml#/responses/Authors' }
components:
  schemas:
    Author: { $ref: models/author.yaml }
`,
  'specs/paths/books.yaml': `get:
  operationId: listBooks
  parameters:
    - $ref: '../common.yaml#/parameters/limit'
  responses:
    '200':
      description: Books
      content:
        application/json:
          schema: { type: array, items: { $ref: '../models/book.yaml#/Book' } }
`,
  'specs/models/book.yaml': `Book:
  type: object
  properties:
    title: { type: string }
    author: { $ref: author.yaml }
    sequel: { $ref: '#/Book' }
    problem: { $ref: '../openapi.yaml#/components/schemas/Author' }
`,
  'specs/models/author.yaml':
    'type: object\nproperties:\n  name: { type: strng }\n  books: { type: array, items: { $ref: "book.yaml#/Book" } }\n',
  'specs/common.yaml': `parameters:
  limit: { name: limit, in: query, schema: { type: integer } }
responses:
  Authors:
    description: Authors
    content: { application/json: { schema: { $ref: models/author.yaml } } }
`,
};

describe('a spec of several files', () => {
  const spec = specOf(LIBRARY);

  test('reads each file once, and names them', () => {
    const { asked } = read(LIBRARY);
    expect(asked).toEqual([...new Set(asked)]);
    expect(spec.files).toHaveLength(5);
    expect(spec.files[0]).toBe('specs/openapi.yaml');
  });

  test('becomes one document without references to others', () => {
    expect(JSON.stringify(spec.document).match(/"\$ref":"[^"]*"/g)).toEqual(
      expect.arrayContaining(['"$ref":"#/components/parameters/limit"']),
    );
    expect(JSON.stringify(spec.document)).not.toMatch(/"\$ref":"[^#]/);
  });

  test('components keep their names: the alias of the spec, else that in the file', () => {
    expect(Object.keys(spec.schemas)).toEqual(['Author', 'Book']);
    expect(bare(spec.schemas.Book)).toMatchObject({
      properties: [
        { name: 'title' },
        { name: 'author', schema: { kind: 'ref', name: 'Author' } },
        { name: 'sequel', schema: { kind: 'ref', name: 'Book' } },
        { name: 'problem', schema: { kind: 'ref', name: 'Author' } },
      ],
    });
  });

  test('a path item has the members beside the reference to it', () => {
    expect(spec.document).toHaveProperty(['paths', '/books'], expect.objectContaining({ summary: 'Books' }));
    expect(spec.operations.map(({ key }) => key)).toEqual(['GET /books', 'GET /authors']);
  });

  test('everything has its place in its own file', () => {
    const [books, authors] = spec.operations;
    expect(books?.origin).toEqual({ file: 'specs/paths/books.yaml', pointer: '/get' });
    expect(authors?.origin).toEqual({ file: 'specs/openapi.yaml', pointer: '/paths/~1authors/get' });
    expect(authors?.parameters[0]?.origin).toEqual({
      file: 'specs/common.yaml',
      pointer: '/parameters/limit',
    });
    expect(spec.schemas.Author?.origin).toEqual({ file: 'specs/models/author.yaml', pointer: '' });
    expect(findingsOf(LIBRARY)).toEqual([
      'specs/models/author.yaml:3:11 warning schema-type-unknown: `strng` is no type of JSON Schema.',
    ]);
  });
});

describe('names of what other files lend', () => {
  test.each<[string, { given: Files; want: readonly string[] }]>([
    [
      'two of one name',
      {
        given: {
          'a.yaml': `${HEAD}components: { schemas: { A: { allOf: [{ $ref: 'b.yaml#/A' }, { $ref: 'c.yaml#/A' }] } } }`,
          'b.yaml': 'A: { type: string }',
          'c.yaml': 'A: { type: integer }',
        },
        want: ['A', 'A_b', 'A_c'],
      },
    ],
    [
      'a whole file',
      {
        given: {
          'a.yaml': `${HEAD}components: { schemas: { A: { items: { $ref: 'my schema.v1.yaml' } } } }`,
          'my schema.v1.yaml': 'type: string',
        },
        want: ['A', 'my_schema.v1'],
      },
    ],
    [
      'two names for one thing',
      {
        given: {
          'a.yaml': `${HEAD}components: { schemas: { A: { $ref: 'b.yaml' }, B: { $ref: 'b.yaml' } } }`,
          'b.yaml': 'type: string',
        },
        want: ['A', 'B'],
      },
    ],
    [
      'names that mean something to JavaScript',
      {
        given: {
          'a.yaml': `${HEAD}components: { schemas: { A: { items: { $ref: 'b.yaml#/__proto__' } } } }`,
          'b.yaml': '__proto__: { $ref: "#/constructor" }\nconstructor: { type: string }',
        },
        want: ['A', '__proto__', 'constructor'],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(Object.keys(specOf(given).schemas)).toEqual(want);
  });
});

describe('what else refers to other files', () => {
  test('a discriminator’s mapping', () => {
    const { schemas } = specOf({
      'a.yaml': `${HEAD}components: { schemas: { Pet: { $ref: 'pets.yaml#/Pet' } } }`,
      'pets.yaml': `Pet:
  oneOf: [{ $ref: '#/Cat' }]
  discriminator: { propertyName: kind, mapping: { cat: '#/Cat', dog: 'dog.yaml' } }
Cat: { type: object, properties: { kind: { type: string } } }
`,
      'dog.yaml': 'type: object',
    });
    expect(schemas.Pet).toMatchObject({ discriminator: { mapping: { cat: 'Cat', dog: 'dog' } } });
  });

  test('a document of Swagger 2.0, whose parts are upgraded with it', () => {
    const spec = specOf({
      'a.yaml': `swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get: { responses: { 200: { description: A, schema: { $ref: 'b.yaml#/A' } } } }`,
      'b.yaml': 'A: { type: object, properties: { f: { type: string, x-nullable: true } } }',
    });
    expect(spec.document).toHaveProperty('components.schemas.A.properties.f.nullable', true);
    expect(spec.schemas.A?.origin).toEqual({ file: 'b.yaml', pointer: '/A' });
  });

  test('no example: there it is data', () => {
    const text = `${HEAD}components: { schemas: { A: { properties: { example: { $ref: 'b.yaml' } }, example: { $ref: 'c.yaml' } } } }`;
    expect(read({ 'a.yaml': text }).asked).toEqual(['b.yaml']);
  });
});

describe('a reference that leads nowhere', () => {
  test.each<[string, { given: Files; want: readonly string[] }]>([
    [
      'for lack of a file',
      {
        given: { 'a.yaml': `${HEAD}components: { schemas: { A: { $ref: 'b.yaml#/B' } } }` },
        want: ['a.yaml:3:31 error ref-unresolved: `b.yaml#/B` points at nothing.'],
      },
    ],
    [
      'in another file',
      {
        given: {
          'a.yaml': `${HEAD}components: { schemas: { A: { items: { $ref: 'b.yaml#/B' } } } }`,
          'b.yaml': 'B: { items: { $ref: "#/C" } }',
        },
        want: ['b.yaml:1:15 error ref-unresolved: `#/C` points at nothing.'],
      },
    ],
    [
      'at a file that cannot be parsed',
      {
        given: {
          'a.yaml': `${HEAD}components: { schemas: { A: { $ref: 'b.yaml#/B' } } }`,
          'b.yaml': 'B: [',
        },
        want: [expect.stringMatching(/^b\.yaml:1:\d+ error spec-syntax: /)],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(findingsOf(given)).toEqual(want);
  });

  test('is internal in the document', () => {
    const { document } = specOf({
      'a.yaml': `${HEAD}paths: { /a: { get: { ${OK}, parameters: [{ $ref: 'b.yaml#/p' }] } } }`,
    });
    expect(document).toHaveProperty(
      ['paths', '/a', 'get', 'parameters', 0, '$ref'],
      '#/components/parameters/p',
    );
  });
});

describe('a reference that leaves the folder of the spec is not followed', () => {
  test.each<[string, { given: string; code: string }]>([
    ['upwards', { given: '../b.yaml', code: 'ref-outside-folder' }],
    ['upwards by escapes', { given: '"%2e%2e/b.yaml"', code: 'ref-outside-folder' }],
    ['upwards by backslashes', { given: '"x\\\\..\\\\..\\\\b.yaml"', code: 'ref-outside-folder' }],
    ['to a folder of a longer name', { given: '../specs2/b.yaml', code: 'ref-outside-folder' }],
    ['by an absolute path', { given: '/etc/passwd', code: 'ref-outside-folder' }],
    ['by a drive', { given: '"C:/b.yaml"', code: 'ref-outside-folder' }],
    ['by another scheme', { given: 'file:///b.yaml', code: 'ref-outside-folder' }],
    ['to the network', { given: 'https://a.example/b.yaml', code: 'ref-remote' }],
    ['to the network by the scheme of the page', { given: '//a.example/b.yaml', code: 'ref-remote' }],
  ])('%s', (_name, { given, code }) => {
    const { answer } = read({
      'specs/a.yaml': `${HEAD}components:\n  schemas:\n    A:\n      $ref: ${given}`,
      'b.yaml': 'type: string',
      'specs2/b.yaml': 'type: string',
    });
    expect(answer).toMatchObject({
      unreadable: [{ code, source: { file: 'specs/a.yaml', line: 6, column: 7 } }],
    });
  });

  test('but to a file that is named as a spec', () => {
    const files = [
      {
        path: 'a/a.yaml',
        text: `${HEAD}components: { schemas: { A: { $ref: '../b/b.yaml#/components/schemas/B' } } }`,
      },
      { path: 'b/b.yaml', text: `${HEAD}components: { schemas: { B: { type: string } } }` },
    ];
    expect(findings(files)).toEqual([]);
  });

  test('and of a URL all others are asked for by their URLs', () => {
    const asked: string[] = [];
    const text = `${HEAD}components: { schemas: { A: { $ref: '../b.yaml' } } }`;
    const referenced = (path: string) => {
      asked.push(path);
      return { path, text: 'type: string' };
    };
    const spec = readOpenApi([{ path: 'https://a.example/x/a.yaml', text }], { referenced });
    expect(asked).toEqual(['https://a.example/b.yaml']);
    expect(spec).toMatchObject({
      schemas: { A: { origin: { file: 'https://a.example/b.yaml', pointer: '' } } },
    });
  });
});

test('references of files to each other, round and round', () => {
  const given: Files = {
    'a.yaml': `${HEAD}paths: { /a: { $ref: 'b.yaml#/p' } }\ncomponents: { schemas: { A: { $ref: 'b.yaml#/A' } } }`,
    'b.yaml': "A: { $ref: 'a.yaml#/components/schemas/A' }\np: { $ref: 'c.yaml#/p' }",
    'c.yaml': "p: { $ref: 'b.yaml#/p' }",
  };
  expect(findingsOf(given).map((line) => line.split(' ')[2])).toEqual(['ref-circular:', 'ref-circular:']);
});
