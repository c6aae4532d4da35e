import { dictionary, type Schema } from '@plumbline/model';
import { expect, it } from 'vitest';
import { itemsType, schemaType } from './schema-shape.ts';

const origin = { file: 'openapi.yaml', pointer: '' };
const TEXT: Schema = { kind: 'string', origin };
const ref = (name: string): Schema => ({ kind: 'ref', name, origin });
const oneOf = (...parts: readonly Schema[]): Schema => ({ kind: 'oneOf', parts, origin });
const allOf = (...parts: readonly Schema[]): Schema => ({ kind: 'allOf', parts, origin });
const array = (items: Schema): Schema => ({ kind: 'array', items, origin });

it.each<[string, { given: Schema; want: { readonly type: string; readonly format?: string } }]>([
  ['a text', { given: { ...TEXT, format: 'date' }, want: { type: 'string', format: 'date' } }],
  [
    'alternatives, each once',
    { given: oneOf(TEXT, oneOf(ref('Id'), TEXT)), want: { type: 'string or integer' } },
  ],
  ['a list of what has one name', { given: array(ref('Id')), want: { type: 'array of integer' } }],
  ['a list of alternatives', { given: array(oneOf(TEXT, ref('Id'))), want: { type: 'array' } }],
  ['a composition by its first part', { given: allOf(ref('Id'), TEXT), want: { type: 'integer' } }],
  ['an alternative that is itself', { given: ref('Circle'), want: { type: 'string' } }],
  ['nothing', { given: oneOf(), want: { type: 'any' } }],
])('names %s', (_name, { given, want }) => {
  const schemas = dictionary<Schema>([
    ['Id', { kind: 'integer', origin }],
    ['Circle', oneOf(ref('Circle'), TEXT)],
  ]);
  expect(schemaType(given, schemas)).toEqual(want);
});

it.each<[string, { given: Schema | null; want: string | undefined }]>([
  ['texts', { given: array({ ...TEXT, format: 'uri' }), want: 'string (uri)' }],
  [
    'some texts',
    { given: array({ ...TEXT, enum: ['read', null, 'write'] }), want: 'string, one of read, write' },
  ],
  ['what has a name', { given: array(ref('Id')), want: 'integer' }],
  ['objects, which are opened in place', { given: array(ref('Book')), want: undefined }],
  ['alternatives', { given: array(oneOf(TEXT, ref('Id'))), want: undefined }],
  ['nothing, being no list', { given: TEXT, want: undefined }],
  ['nothing, having no schema', { given: null, want: undefined }],
])('tells a list of %s by its items', (_name, { given, want }) => {
  const schemas = dictionary<Schema>([
    ['Id', { kind: 'integer', origin }],
    ['Book', { kind: 'object', origin, properties: [] }],
  ]);
  expect(itemsType(given, schemas)).toBe(want);
});

it('names what many ways lead to in linear time', () => {
  const links = Array.from({ length: 60 }, (_, i): [string, Schema] => [
    `L${i}`,
    oneOf(ref(`L${i + 1}`), ref(`L${i + 1}`)),
  ]);
  expect(schemaType(ref('L0'), dictionary<Schema>([...links, ['L60', TEXT]]))).toEqual({ type: 'string' });
});
