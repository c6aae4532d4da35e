import { type ProviderModel, type ProviderSettings, providerSettings } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { reconcile } from '@plumbline/reconcile';
import { describe, expect, it } from 'vitest';
import { docsMaker } from './docs-thread.ts';
import { makeDocs } from './make-docs.ts';

const rest = {
  findings: [],
  folders: { cwd: '/work', base: '/work/specs' },
  editUrl: 'https://example.org',
  changelog: null,
};

const settings: ProviderSettings = providerSettings('acme', 'acme');

/** A spec of many paths, whose names could be taken for what every object inherits. */
function modelOf(paths: number): ProviderModel {
  const schema = { $ref: '#/components/schemas/constructor' };
  const content = { 'application/json': { schema: { type: 'object', properties: { toString: schema } } } };
  const get = { responses: { 200: { description: 'OK', content } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Acme', version: '1' },
    paths: Object.fromEntries(Array.from({ length: paths }, (_, i) => [`/things${i}`, { get }])),
    components: { schemas: { ['__proto__']: { type: 'string' } } },
  };
  const spec = readOpenApi([{ path: 'openapi.json', text: JSON.stringify(document) }]);
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  const pages = { resources: [], indexes: [], ignores: [], diagnostics: [] };
  return reconcile({ spec, pages, settings, providerYaml: null }).model;
}

describe('the making of docs', () => {
  it.each([
    ['of a big spec, in a thread of its own', { paths: 120, begins: true }],
    ['of a small one, in this one', { paths: 2, begins: true }],
    ['where nothing was begun', { paths: 120, begins: false }],
  ])('%s comes to the same', async (_, { paths, begins }) => {
    const model = modelOf(paths);
    const { begin, make } = docsMaker();
    if (begins) begin(model.document);
    expect(await make({ model, ...rest })).toEqual(makeDocs({ model, ...rest }));
  });

  it('rejects where the thread fails', async () => {
    const { begin, make } = docsMaker();
    const model = modelOf(120);
    begin(model.document);
    await expect(make({ model: { ...model, services: null as never }, ...rest })).rejects.toThrow(TypeError);
  });
});
