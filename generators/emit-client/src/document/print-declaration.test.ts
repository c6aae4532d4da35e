import type { JsonObject } from '@plumbline/model';
import { astToString, type GlobalContext, type OpenAPI3, transformSchema } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { createDeclarationPrinter } from './print-declaration.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const property = (schema: JsonObject): JsonObject => ({ type: 'object', properties: { a: schema } });

it.each<[string, JsonObject]>([
  [
    'texts of one line and of many',
    property({ title: 'T', description: 'One.\n\n  Two */ three.', example: 1 }),
  ],
  ['a text that ends lines otherwise', property(property({ description: 'One.\r\rTwo.\u2028  Three.\r' }))],
  [
    'names that are no identifiers',
    { properties: { 'a-b': {}, 1: {}, '-1': {}, '': {}, __proto__x: {}, $a: {} } },
  ],
  [
    'names to be escaped',
    { properties: { 'a"b\\': {}, 'é\u{1f600}': {}, 'a\nb': {}, '${a}`': {}, "'": {} } },
  ],
  [
    'values',
    { enum: ['a', 'é"', -1, 2.5, 1e21, true, false, null, [], {}, [1, ['b']], { a: { 'b-c': null } }] },
  ],
  ['objects', { type: 'object', properties: { a: { type: 'object', readOnly: true } }, required: ['a'] }],
  ['maps', { type: 'object', properties: { a: {} }, additionalProperties: { type: ['string', 'null'] } }],
  ['lists of lists, and tuples', property({ type: 'array', items: { type: 'array', items: ref('b') } })],
  ['tuples', property({ type: 'array', prefixItems: [{ type: 'string' }, property({}), { enum: [1, 2] }] })],
  ['empty tuples', { type: 'array', prefixItems: [] }],
  [
    'lists of alternatives',
    { type: 'array', items: { oneOf: [ref('b'), { enum: ['c', 'd'] }, property({})] } },
  ],
  ['what may be null', { nullable: true, type: 'array', items: { nullable: true, type: 'boolean' } }],
  ['compositions', { allOf: [ref('b'), property({})], required: ['a'], anyOf: [ref('b'), { type: 'null' }] }],
  ['what a part requires', { allOf: [ref('b')], required: ['x', 'y-z'] }],
  ['nothing', {}],
])('prints %s as TypeScript does', (_name, schema) => {
  const b = { type: 'object', properties: { x: {}, 'y-z': {} }, discriminator: { propertyName: 'x' } };
  const document = {
    paths: {
      '/a/{b}': { get: { operationId: 'a', description: 'A.', responses: { 200: { description: 'B.' } } } },
    },
    components: { schemas: { a: schema, b } },
  };
  const nodes = transformSchema(
    document as unknown as OpenAPI3,
    {
      defaultNonNullable: true,
      discriminators: { objects: { '#/components/schemas/b': b.discriminator }, refsHandled: [] },
      injectFooter: [],
      resolve: () => b,
    } as unknown as GlobalContext,
  );
  const print = createDeclarationPrinter();
  expect(nodes.map(print)).toEqual(nodes.map((node) => astToString(node)));
});
