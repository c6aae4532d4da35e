import { dictionary, type Method } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { body, field, method, param } from '../sample-model.ts';
import { parameterRows } from './parameter-rows.ts';

const rowsOf = (...methods: readonly Method[]) => parameterRows(methods, dictionary());
const told = ({ name, type, description }: { name: string; type: string; description: string }) =>
  `${name}: ${type}. ${description}`.trimEnd();

const cases: [
  string,
  {
    given: readonly Method[];
    params?: readonly string[];
    bodyFields?: readonly string[];
    differences?: readonly string[];
  },
][] = [
  [
    'required names first, each part by name',
    {
      given: [
        method('a', { params: [param('z', { required: true }), param('c'), param('b')] }),
        method('b', { params: [param('b', { required: true })] }),
      ],
      params: ['b: string.', 'z: string.', 'c: string.'],
    },
  ],
  [
    'one row for what methods share',
    {
      given: ['a', 'b'].map((name) => method(name, { params: [param('id', { description: 'Same' })] })),
      params: ['id: string. Same'],
    },
  ],
  [
    'the description that all contain, however each renders it',
    {
      given: [
        method('a', { params: [param('id', { description: 'The **id** of [it](https://a.org). More.' })] }),
        method('b', { params: [param('id', { description: 'The id of it' })] }),
      ],
      params: ['id: string. The id of it'],
      differences: ['a: id: string. The **id** of [it](https://a.org). More.'],
    },
  ],
  [
    'no description where methods speak of different things',
    {
      given: [
        method('a', { params: [param('send', { description: 'Sends one' })] }),
        method('b', { params: [param('send', { description: 'Sends another' })] }),
        method('c', { params: [param('send', { description: 'Sends another' })] }),
      ],
      params: ['send: string.'],
      differences: ['a: send: string. Sends one', 'b, c: send: string. Sends another'],
    },
  ],
  [
    'no description of one method for another that has none',
    {
      given: [
        method('a', { params: [param('x')] }),
        method('b', { params: [param('x', { description: 'Of b' })] }),
      ],
      params: ['x: string.'],
      differences: ['b: x: string. Of b'],
    },
  ],
  [
    'a type that differs',
    {
      given: [
        method('a', { params: [param('x')] }),
        method('b', { params: [param('x', { type: 'integer' })] }),
      ],
      params: ['x: string.'],
      differences: ['b: x: integer.'],
    },
  ],
  [
    'body fields beside parameters, the required one first',
    {
      given: [
        method('a', { body: body(field('name'), field('all', { description: 'Optional' })) }),
        method('b', { body: body(field('all', { required: true, description: 'Required' })) }),
        method('c', { params: [param('name', { description: 'A filter' })] }),
      ],
      params: ['name: string. A filter'],
      bodyFields: ['all: string. Required'],
      differences: ['a: all: string. Optional', 'a: name: string.'],
    },
  ],
  [
    'no description of a parameter for a body field that must be sent',
    {
      given: [
        method('a', { params: [param('name', { description: 'A filter' })] }),
        method('b', { body: body(field('name', { required: true, description: 'The new name' })) }),
      ],
      params: ['name: string.'],
      differences: ['a: name: string. A filter', 'b: name: string. The new name'],
    },
  ],
  [
    'a body field that shares its name with a parameter of its method',
    {
      given: [method('a', { params: [param('id')], body: body(field('id')) })],
      params: ['id: string.'],
      bodyFields: ['data__id: string.'],
    },
  ],
  [
    'names of objects',
    {
      given: [method('a', { params: [param('__proto__'), param('constructor')] })],
      params: ['__proto__: string.', 'constructor: string.'],
    },
  ],
];

describe('parameterRows', () => {
  it.each(cases)('tells %s', (_name, { given, params = [], bodyFields = [], differences = [] }) => {
    const rows = rowsOf(...given);
    expect(rows.params.map(told)).toEqual(params);
    expect(rows.bodyFields.map(told)).toEqual(bodyFields);
    expect(rows.differences.map((one) => `${one.methods.join(', ')}: ${told(one)}`)).toEqual(differences);
  });

  it('lists values only where they hold for all methods', () => {
    const listed = (...enums: readonly (readonly string[] | undefined)[]) => {
      const methods = enums.map((values, i) =>
        method(`m${i}`, { params: [param('x', values === undefined ? {} : { enum: values })] }),
      );
      return rowsOf(...methods).params[0]?.notes.listed;
    };
    expect(listed(['A', 'B'], ['A'])).toEqual(['A', 'B']);
    expect(listed(['A', 'B'], undefined)).toBeNull();
  });
});
