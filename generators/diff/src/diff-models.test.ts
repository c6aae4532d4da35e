import { describe, expect, it } from 'vitest';
import type { Diff } from './change.ts';
import { diffModels } from './diff-models.ts';
import { side } from './testing/side.ts';
import { answers, api, field, getBooks, sends } from './testing/specs.ts';

function diffOf(before: string, after: string): Diff {
  return diffModels(side(before), side(after));
}

function rulesOf({ changes }: Diff): readonly string[] {
  return changes.map(({ rule }) => rule);
}

describe('the step of the version', () => {
  it.each([
    ['none, where nothing changed', { after: getBooks(), want: 'none' }],
    ['patch, where the documentation did', { after: getBooks('summary: All'), want: 'patch' }],
    ['minor, where something is new', { after: getBooks('deprecated: true'), want: 'minor' }],
    ['major, where something breaks', { after: api('paths: {}'), want: 'major' }],
  ])('is %s', (_, { after, want }) => {
    expect(diffOf(getBooks(), after).semver).toBe(want);
  });
});

describe('a place', () => {
  const before = answers('\n  { type: object, properties: { title: { type: string } } }');
  it('is where the value was and is', () => {
    const { changes } = diffOf(before, before.replace('string', 'boolean'));
    const place = { file: 'openapi.yaml', line: 4, column: 33 };
    expect(changes).toMatchObject([{ before: place, after: place }]);
    expect(changes[0]?.after?.pointer).toMatch(/\/schema\/properties\/title$/);
  });
  it('is what something is added to, before that', () => {
    const { changes } = diffOf(before, before.replace('s: { title', 's: { year: { type: string }, title'));
    expect(changes).toMatchObject([
      { rule: 'response-field-added', before: { line: 3 }, after: { line: 4 } },
    ]);
  });
});

describe('a shared component', () => {
  const ok =
    "responses: { '200': { description: Yes., content: { application/json: { schema: { $ref: '#/components/schemas/List' } } } } }";
  const paths = Array.from({ length: 30 }, (_, i) => `  /p${i}: { get: { operationId: get${i}, ${ok} } }`);
  const shared = (book: string) =>
    api(
      'paths:',
      ...paths,
      'components:',
      '  schemas:',
      "    List: { type: array, items: { allOf: [{ $ref: '#/components/schemas/Book' }, { properties: { next: { $ref: '#/components/schemas/Book' } } }] } }",
      `    Book: ${book}`,
    );
  it('is told once, with all operations that it reaches', () => {
    const { changes } = diffOf(shared(field('{ type: string }')), shared(field('{ type: integer }')));
    expect(changes).toMatchObject([
      { rule: 'response-type-changed', message: expect.stringContaining('`Book.title`') },
    ]);
    expect(changes[0]?.uses).toHaveLength(30);
    expect(changes[0]?.uses[0]).toEqual({ operation: 'GET /p0', where: 'response 200' });
  });
  it('may contain itself', () => {
    const tree = (type: string) =>
      answers(
        "{ $ref: '#/components/schemas/Tree' }",
        `{ Tree: { type: object, properties: { label: { type: ${type} }, parent: { $ref: '#/components/schemas/Tree' }, children: { type: array, items: { $ref: '#/components/schemas/Tree' } } } } }`,
      );
    expect(diffOf(tree('string'), tree('boolean')).changes).toMatchObject([
      { message: '`Tree.label` is read as `boolean`, no longer as `string`.' },
    ]);
  });
  it('is compared once, however often components contain it', () => {
    const layer = (i: number) => ({ allOf: [ref(i + 1), ref(i + 1)] });
    const ref = (i: number) => ({ $ref: `#/components/schemas/L${i}` });
    const layers = Array.from({ length: 30 }, (_, i) => [`L${i}`, layer(i)]);
    const spec = (name: string) => {
      const last = { type: 'object', properties: { [name]: { type: 'string' } } };
      const schemas = Object.fromEntries([...layers, ['L30', last]]);
      return answers(JSON.stringify(ref(0)), JSON.stringify(schemas));
    };
    expect(rulesOf(diffOf(spec('name'), spec('year')))).toEqual([
      'response-field-removed',
      'response-field-added',
    ]);
  });
  it('counts for requests and for responses, each by its own rules', () => {
    const both = (schema: string) =>
      sends(schema).replace(
        "'204': { description: Done. }",
        `'200': { description: Done., content: { application/json: { schema: ${schema} } } }`,
      );
    const required = both(field('{ type: string }', 'required: [title]'));
    expect(rulesOf(diffOf(required, both(field('{ type: string }'))))).toEqual([
      'response-field-became-optional',
      'request-field-became-optional',
    ]);
  });
});

describe('a base that a discriminator leads on from', () => {
  const pets = (base: string, cat: string, more = '') =>
    answers(
      "{ $ref: '#/components/schemas/Pet' }",
      `{ Pet: { type: object, properties: { ${base} }, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' ${more === '' ? '' : ", dog: '#/components/schemas/Dog'"} } } }, Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { ${cat} } }] } ${more} }`,
    );
  const KIND = 'kind: { type: string }';
  const DOG =
    ", Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { barks: { type: boolean } } }] }";
  const CAT = 'purrs: { type: boolean }';
  it.each([
    [
      'is one of its heirs',
      { after: pets(KIND, 'purrs: { type: string }'), want: ['response-type-changed'] },
    ],
    ['wins an heir', { after: pets(KIND, CAT, DOG), want: ['response-variant-added'] }],
    [
      'is told of once for all heirs',
      { after: pets(`${KIND}, age: { type: integer }`, CAT), want: ['response-field-added'] },
    ],
  ])('%s', (_, { after, want }) => {
    expect(rulesOf(diffOf(pets(KIND, CAT), after))).toEqual(want);
  });
  it('is told of once where an heir is nothing but its base under another name', () => {
    const plain = (more: string) =>
      pets(KIND, CAT, more).replace(
        /Cat: \{ allOf.*?\] \}/,
        "Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }",
      );
    const { changes } = diffOf(plain(''), plain(DOG));
    expect(changes.map(({ message }) => message)).toEqual(['`Pet` may also be `Dog`.']);
  });
  it('is called by where it stands, where something else has taken its place', () => {
    const { changes } = diffOf(pets(KIND, CAT), answers('{ type: string }'));
    expect(changes.map(({ message }) => message)).toContain('`response 200` is never `Pet`, `Cat` any more.');
  });
  it('loses an heir', () => {
    const { changes } = diffOf(pets(KIND, CAT, DOG), pets(KIND, CAT));
    expect(changes).toMatchObject([
      { rule: 'response-variant-removed', message: '`Pet` is never `Dog` any more.' },
    ]);
  });
});

describe('items', () => {
  const list = (items: string) => answers(field(`{ type: array${items} }`));
  it('that nothing is said of are of any type', () => {
    const { changes } = diffOf(list(''), list(', items: { type: string }'));
    expect(changes).toMatchObject([
      {
        rule: 'response-type-narrowed',
        message: '`response 200.title[]` is always read as `string`, no longer as any value.',
      },
    ]);
  });
});

describe('no change', () => {
  it('is another order of parameters', () => {
    const one = '{ name: a, in: query, schema: { type: string } }';
    const other = '{ name: b, in: query, schema: { type: string } }';
    expect(
      diffOf(getBooks(`parameters: [${one}, ${other}]`), getBooks(`parameters: [${other}, ${one}]`)).changes,
    ).toEqual([]);
  });
  it('is a field that moved into a base, or a schema into a component of a field', () => {
    const flat = answers("{ $ref: '#/components/schemas/A' }", `{ A: ${field('{ type: string }')} }`);
    const based = answers(
      "{ $ref: '#/components/schemas/A' }",
      `{ A: { allOf: [{ $ref: '#/components/schemas/Base' }] }, Base: ${field('{ type: string }')} }`,
    );
    expect(diffOf(flat, based).changes).toEqual([]);
  });
  it('is a nullable type written as an alternative', () => {
    const list = answers(field('{ type: [string, "null"] }'));
    expect(diffOf(list, answers(field('{ oneOf: [{ type: string }, { type: "null" }] }'))).changes).toEqual(
      [],
    );
  });
});

describe('operations that are one', () => {
  const named = (path: string, id: string) =>
    api(
      `paths: { "${path}": { get: { operationId: ${id}, tags: [x], responses: { '204': { description: Done. } } } } }`,
    );
  it.each([
    [
      'by method and path',
      { after: named('/api/books', 'fetchAll'), want: ['method-renamed', 'operation-id-changed'] },
    ],
    [
      'by operationId',
      { after: named('/v2/everything', 'listAllBooks'), want: ['method-renamed', 'operation-moved'] },
    ],
    [
      'by likeness of path, id and signature',
      {
        after: named('/api/v2/books', 'listAllTheBooks'),
        want: ['method-renamed', 'operation-moved', 'operation-id-changed'],
      },
    ],
    [
      'unless too little is alike',
      { after: named('/api/clubs', 'listClubs'), want: ['operation-removed', 'operation-added'] },
    ],
  ])('are found %s', (_, { after, want }) => {
    expect(rulesOf(diffOf(named('/api/books', 'listAllBooks'), after))).toEqual(want);
  });
});

describe('pages affected', () => {
  it('are those of the methods that a change reaches', () => {
    const { pages } = diffOf(getBooks(), getBooks('deprecated: true'));
    expect(pages).toEqual([{ resource: 'acme.books.books', file: null, methods: ['list_books'] }]);
  });
});
