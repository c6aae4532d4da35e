import type { JsonValue, Parameter } from '@plumbline/contract-server';
import { expect, it } from 'vitest';
import type { Slot } from '../plan.ts';
import { asSent, isWritable } from './writable.ts';

const parameter = (place: Parameter['in'], facts: Partial<Parameter> = {}): Slot => ({
  place,
  name: 'a',
  key: 'a',
  required: false,
  schema: {},
  mediaType: null,
  parameter: {
    name: 'a',
    in: place,
    required: false,
    style: 'form',
    explode: true,
    allowEmptyValue: false,
    allowReserved: false,
    schema: {},
    mediaType: null,
    ...facts,
  },
  pointer: '',
});
const body = (mediaType: string): Slot => ({
  ...parameter('query'),
  place: 'body',
  parameter: null,
  mediaType,
});
const form = body('application/x-www-form-urlencoded');

it.each<[string, { slot: Slot; can: readonly JsonValue[]; cannot: readonly JsonValue[] }]>([
  [
    'a query',
    { slot: parameter('query'), can: ['', 'a b', [1], { b: 'c' }], cannot: [[{ b: 1 }], { b: [1] }] },
  ],
  [
    'reserved characters',
    { slot: parameter('query', { allowReserved: true }), can: ['a/b', '%'], cannot: ['%2F'] },
  ],
  [
    'reserved commas',
    {
      slot: parameter('query', { allowReserved: true, explode: false }),
      can: [['a', 'b']],
      cannot: [['a,b']],
    },
  ],
  [
    'a deep object',
    {
      slot: parameter('query', { style: 'deepObject' }),
      can: [{ b: { c: [1] } }],
      cannot: [{ b: [{ c: 1 }] }],
    },
  ],
  ['pipes', { slot: parameter('query', { style: 'pipeDelimited' }), can: [['a b']], cannot: [['a|b']] }],
  ['a path', { slot: parameter('path', { style: 'simple' }), can: ['a/b'], cannot: ['', '..', []] }],
  ['labels', { slot: parameter('path', { style: 'label' }), can: [['a', 'b']], cannot: [['a.b']] }],
  ['a header', { slot: parameter('header', { style: 'simple' }), can: ['a,b'], cannot: ['é', ['a,b']] }],
  ['JSON', { slot: body('application/json'), can: [1, [{}]], cannot: [] }],
  ['a form', { slot: form, can: [{ a: 1 }, 'a=1'], cannot: [1, []] }],
  ['parts', { slot: body('multipart/form-data'), can: [{ a: 1 }], cannot: ['a'] }],
  ['a text', { slot: body('text/csv'), can: ['a'], cannot: [{ a: 1 }] }],
])('%s can hold what can be told from others', (_what, { slot, can, cannot }) => {
  expect(can.filter((value) => !isWritable(slot, value))).toEqual([]);
  expect(cannot.filter((value) => isWritable(slot, value))).toEqual([]);
});

it('sends no field of a form for what is null or a list without items', () => {
  const value = { a: null, b: [], c: '', d: [1] };
  expect(asSent(form, value)).toEqual({ c: '', d: [1] });
  expect(asSent(body('application/json'), value)).toBe(value);
});
