import type { Parameter } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { bare, OK, operationOf } from '../testing.ts';

describe('parameters', () => {
  /** The parameters of `GET /a`, given those of the path item and of the operation as flow sequences. */
  function parametersOf(item: string, own: string): readonly Parameter[] {
    return operationOf(`
paths:
  /a/{id}:
    parameters: ${item}
    get: { parameters: ${own}, ${OK} }
components:
  parameters:
    Limit: { name: limit, in: query, schema: { type: integer } }
`).parameters;
  }

  const id = '{ name: id, in: path, required: true, schema: { type: string } }';

  test('of the path item come first, and the operation overrides by name and place', () => {
    const joined = parametersOf(
      `[${id}, { name: sort, in: query, schema: { type: string } }, { name: X-Id, in: header, schema: {} }]`,
      '[{ name: id, in: query, schema: {} }, { name: sort, in: query, required: true, schema: { type: integer } }, { name: x-id, in: header, schema: {} }]',
    );
    expect(joined.map(({ name, in: place, level, schema }) => [name, place, level, schema.kind])).toEqual([
      ['id', 'path', 'path-item', 'string'],
      ['sort', 'query', 'operation', 'integer'],
      ['x-id', 'header', 'operation', 'any'],
      ['id', 'query', 'operation', 'any'],
    ]);
  });

  test('that are referenced have the place of their declaration, and the level of their use', () => {
    const [, limit] = parametersOf(`[${id}, { $ref: '#/components/parameters/Limit' }]`, '[]');
    expect(limit).toMatchObject({
      name: 'limit',
      level: 'path-item',
      origin: { pointer: '/components/parameters/Limit' },
    });
  });

  test('may be described anew beside a reference, in 3.1', () => {
    const [, limit] = parametersOf(
      `[${id}]`,
      "[{ $ref: '#/components/parameters/Limit', description: At most }]",
    );
    expect(limit).toMatchObject({ name: 'limit', description: 'At most', level: 'operation' });
  });

  test.each<[string, { given: string; want: Partial<Parameter> }]>([
    [
      'in a path',
      { given: 'in: path, required: true', want: { required: true, style: 'simple', explode: false } },
    ],
    ['in a path, though not marked', { given: 'in: path', want: { required: true } }],
    [
      'in the query',
      { given: 'in: query', want: { required: false, style: 'form', explode: true, allowReserved: false } },
    ],
    ['in a header', { given: 'in: header', want: { style: 'simple', explode: false } }],
    ['in a cookie', { given: 'in: cookie', want: { style: 'form', explode: true } }],
    [
      'in a style of its own',
      { given: 'in: query, style: pipeDelimited', want: { style: 'pipeDelimited', explode: false } },
    ],
    [
      'spread out or not',
      { given: 'in: query, style: deepObject, explode: true', want: { style: 'deepObject', explode: true } },
    ],
    ['not spread out', { given: 'in: query, explode: false', want: { style: 'form', explode: false } }],
    ['with reserved characters', { given: 'in: query, allowReserved: true', want: { allowReserved: true } }],
    [
      'deprecated, with an extension',
      { given: 'in: query, deprecated: true, x-a: 1', want: { deprecated: true, extensions: { 'x-a': 1 } } },
    ],
    ['with an example', { given: 'in: query, example: 5', want: { examples: [5] } }],
    [
      'with named examples',
      { given: 'in: query, examples: { a: { value: 5 }, b: { value: 6 } }', want: { examples: [5, 6] } },
    ],
    ['with a list of examples', { given: 'in: query, examples: [5, 6]', want: { examples: [5, 6] } }],
  ])('%s', (_name, { given, want }) => {
    const { parameters } = operationOf(`
paths:
  /a/{p}:
    get: { parameters: [{ name: p, schema: {}, ${given} }], ${OK} }
`);
    expect(parameters[0]).toMatchObject(want);
  });

  test('by content have its media type and schema', () => {
    const { parameters } = operationOf(`
paths:
  /a:
    get:
      parameters:
        - name: filter
          in: query
          content:
            application/json: { schema: { type: object }, example: { a: 1 } }
      ${OK}
`);
    expect(bare(parameters[0])).toMatchObject({
      mediaType: 'application/json',
      schema: { kind: 'object' },
      examples: [{ a: 1 }],
    });
  });
});
