import { dictionary, type Method, type ProviderModel, type Resource } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { createClientMemory } from './client-memory.ts';
import { emitMethods } from './emit-client.ts';
import { sample } from './testing/sample.ts';

type Resources = readonly Resource[];

const withResources = (edit: (resources: Resources) => Resources): ProviderModel => ({
  ...sample,
  services: sample.services.map((service) => ({ ...service, resources: edit(service.resources) })),
});
const withMethods = (edit: (method: Method, i: number) => readonly Method[]): ProviderModel =>
  withResources(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, methods: first.methods.flatMap(edit) }, ...others],
  );
const withSecond = (more: object): ProviderModel => {
  const [first, second] = sample.services[0]?.resources ?? [];
  const [service] = sample.services;
  if (first === undefined || second === undefined || service === undefined) throw new Error('There are two.');
  return {
    ...sample,
    services: [
      { ...service, resources: [first] },
      { ...service, slug: 'other', name: 'other', clientName: 'other', resources: [{ ...second, ...more }] },
    ],
  };
};
const [first = ''] = Object.keys(sample.operations);

const models: readonly (readonly [edit: string, model: ProviderModel])[] = [
  [
    'a method told in other words',
    withMethods((one, i) => [i === 0 ? { ...one, description: 'New.' } : one]),
  ],
  ['a method of another name', withMethods((one, i) => [i === 0 ? { ...one, clientName: 'every' } : one])],
  ['a method that is gone', withMethods((one, i) => (i === 1 ? [] : [one]))],
  ['a method that is bound no more', withMethods((one, i) => [i < 2 ? { ...one, operation: null } : one])],
  [
    'a parameter that is needed',
    withMethods((one) => [{ ...one, params: one.params.map((param) => ({ ...param, required: true })) }]),
  ],
  ['a resource told in other words', withResources((all) => all.map((one) => ({ ...one, summary: 'New.' })))],
  ['a resource that is gone', withResources((all) => all.slice(0, 1))],
  ['resources in another order', withResources((all) => all.toReversed())],
  ['a resource of another service', withSecond({})],
  [
    'a resource of another service, under the name of the first',
    withSecond({ id: sample.services[0]?.resources[0]?.id }),
  ],
  [
    'a service of another name',
    { ...sample, services: sample.services.map((one) => ({ ...one, clientName: 'people' })) },
  ],
  [
    'a service at another address',
    { ...sample, services: sample.services.map((one) => ({ ...one, slug: 'people' })) },
  ],
  [
    'a service told in other words',
    { ...sample, services: sample.services.map((one) => ({ ...one, description: 'New.' })) },
  ],
  ['pages elsewhere', { ...sample, settings: { ...sample.settings, siteUrl: null } }],
  [
    'an operation that is out of date',
    {
      ...sample,
      operations: dictionary(
        Object.entries(sample.operations).map(([key, one]) => [
          key,
          key === first ? { ...one, security: [], responses: one.responses.slice(0, 1) } : one,
        ]),
      ),
    },
  ],
  [
    'a component that is another',
    {
      ...sample,
      schemas: {
        ...sample.schemas,
        Note: { ...sample.schemas.Unused, kind: 'boolean' },
      } as ProviderModel['schemas'],
    },
  ],
  ['no component', { ...sample, schemas: dictionary() }],
];

describe('a client emitted again', () => {
  it.each(models)('has the bytes that it would have alone, for %s and back', (_edit, model) => {
    const memory = createClientMemory();
    emitMethods(sample, { memory });
    expect(emitMethods(model, { memory })).toEqual(emitMethods(model));
    expect(emitMethods(sample, { memory })).toEqual(emitMethods(sample));
  });

  it('has the bytes that it would have alone after one edit and another', () => {
    const memory = createClientMemory();
    for (const [, model] of [...models, ...models.toReversed()]) {
      expect(emitMethods(model, { memory })).toEqual(emitMethods(model));
    }
  });

  it('is made anew only where something is said of it', () => {
    const memory = createClientMemory();
    const filesOf = (model: ProviderModel) =>
      new Map(emitMethods(model, { memory }).files.map((file) => [file.path, file]));
    const before = filesOf(sample);
    const [, model = sample] = models[0] ?? [];
    const after = filesOf(model);
    const isKept = (path: string): boolean =>
      before.get(path) !== undefined && before.get(path) === after.get(path);
    expect([...after.keys()].filter((path) => /\//.test(path) && !isKept(path))).toEqual(['users/users.ts']);
    expect(isKept('users.types.ts')).toBe(true);
  });
});
