import type { JsonObject, JsonValue } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { mendDocument } from './mend-document.ts';

const ref = ($ref: string): JsonObject => ({ $ref });
const text: JsonObject = { type: 'string' };
const json = (schema: JsonValue): JsonObject => ({ 'application/json': { schema } });

/** The pointers of the references within the paths, and the schemas, of a document once it is mended. */
function mended(document: JsonObject): {
  readonly references: readonly string[];
  readonly components: JsonValue;
} {
  const copy = structuredClone(document) as { paths: JsonValue; components: JsonValue };
  mendDocument(copy);
  const references = [...JSON.stringify(copy.paths).matchAll(/"\$ref":"([^"]*)"/g)].map(
    ([, one = '']) => one,
  );
  return { references, components: copy.components };
}

/** A document in which `/a` is written out and `/b` refers to parts of it. */
function sharing(get: JsonObject, components: JsonObject = {}): JsonObject {
  const id = { name: 'id', in: 'query', schema: text };
  const own = {
    parameters: [id],
    requestBody: { content: json(text) },
    responses: {
      200: { description: '', headers: { Left: { schema: text } }, content: json({ items: text }) },
    },
  };
  return { openapi: '3.1.0', paths: { '/a': { post: own }, '/b': { get } }, components };
}

const A = '#/paths/~1a/post';
const SCHEMA = `${A}/responses/200/content/application~1json/schema`;
const moved: [string, { given: JsonObject; want: { readonly [section: string]: JsonObject } }][] = [
  [
    'a schema within an answer',
    {
      given: { responses: { 200: { content: json(ref(SCHEMA)) } } },
      want: { schemas: { 'a.post.responses.200.content.application_json.schema': { items: text } } },
    },
  ],
  [
    'what a list holds there',
    {
      given: { responses: { 200: { content: json(ref(`${SCHEMA}/items`)) } } },
      want: { schemas: { 'a.post.responses.200.content.application_json.schema.items': text } },
    },
  ],
  [
    'a parameter by its number',
    {
      given: { parameters: [ref(`${A}/parameters/0`)] },
      want: { parameters: { 'a.post.parameters.0': { name: 'id', in: 'query', schema: text } } },
    },
  ],
  [
    'a body',
    {
      given: { requestBody: ref(`${A}/requestBody`) },
      want: { requestBodies: { 'a.post.requestBody': { content: json(text) } } },
    },
  ],
];

const kept: [string, string][] = [
  ['a whole answer', `${A}/responses/200`],
  ['a header', `${A}/responses/200/headers/Left`],
];

describe('what no printed type stands for becomes a component', () => {
  it.each(moved)('%s', (_name, { given, want }) => {
    const { references, components } = mended(sharing(given));
    const [[kind = '', section = {}] = []] = Object.entries(want);
    expect(components).toEqual(want);
    expect(references).toEqual([`#/components/${kind}/${Object.keys(section)[0]}`]);
  });

  it.each(kept)('not %s', (_name, given) => {
    const { references, components } = mended(sharing({ responses: { 200: ref(given) } }));
    expect([references, components]).toEqual([[given], {}]);
  });

  it('nor a property, unless more is required of it than where it lies', () => {
    const inner = () => ref('#/components/schemas/Pool/properties/owner');
    const Pool = { type: 'object', properties: { owner: { type: 'object', properties: { id: text } } } };
    const whole = { required: ['id'], allOf: [inner()] };
    const { components } = mended(
      sharing({ responses: {} }, { schemas: { Main: { anyOf: [inner(), whole] }, Pool } }),
    );
    const hoisted = { required: ['id'], allOf: [ref('#/components/schemas/schemas.Pool.properties.owner')] };
    expect(components).toMatchObject({ schemas: { Main: { anyOf: [inner(), hoisted] } } });
  });

  it('but what a component defines within', () => {
    const code = '#/components/schemas/Pool/definitions/code';
    const Pool = { allOf: [schema('Main')], definitions: { code: text } };
    const { components } = mended(
      sharing({ responses: {} }, { schemas: { Main: { properties: { code: ref(code) } }, Pool } }),
    );
    expect(components).toMatchObject({
      schemas: { Main: { properties: { code: schema('schemas.Pool.definitions.code') } } },
    });
  });

  it('under a name of its own', () => {
    const taken = { 'a.post.requestBody': { content: {} } };
    const { references } = mended(
      sharing({ requestBody: ref(`${A}/requestBody`) }, { requestBodies: taken }),
    );
    expect(references).toEqual(['#/components/requestBodies/a.post.requestBody2']);
  });
});

const schema = (name: string): JsonObject => ref(`#/components/schemas/${name}`);
const rewritten: [string, { given: JsonObject; want: JsonObject }][] = [
  [
    'requires nothing of a part that may be null, as it has no keys',
    {
      given: {
        Base: { type: 'object', nullable: true, properties: { a: text } },
        Main: { allOf: [schema('Base')], required: ['a'] },
      },
      want: {
        Base: { type: 'object', nullable: true, properties: { a: text } },
        Main: { allOf: [{ anyOf: [schema('Base')] }], required: ['a'] },
      },
    },
  ],
  [
    'makes null one alternative more, where it stands beside others',
    {
      given: { Main: { type: 'null', oneOf: [text] } },
      want: { Main: { oneOf: [text, { type: 'null' }] } },
    },
  ],
  [
    'ends a circle that passes no property',
    {
      given: {
        Value: { oneOf: [text, { type: 'array', items: schema('Value') }] },
        Tree: { properties: { nodes: { type: 'array', items: schema('Tree') }, value: schema('Value') } },
        List: { type: 'array', items: schema('Value') },
      },
      want: {
        Value: { oneOf: [text, { type: 'array', items: {} }] },
        Tree: { properties: { nodes: { type: 'array', items: schema('Tree') }, value: schema('Value') } },
        List: { type: 'array', items: schema('Value') },
      },
    },
  ],
];

describe('of a composition that TypeScript refuses it', () => {
  it.each(rewritten)('%s', (_name, { given, want }) => {
    const { components } = mended({ openapi: '3.0.3', paths: {}, components: { schemas: given } });
    expect(components).toEqual({ schemas: want });
  });
});

it('resolves an example that is a reference, member by member, whatever they are called', () => {
  const examples = { A: { value: JSON.parse('{"__proto__":{"x":1},"b":2,"c":3}') } };
  const example = { ...ref('#/components/examples/A/value'), b: 4 };
  const { components } = mended({ paths: {}, components: { schemas: { Main: { example } }, examples } });
  expect(JSON.stringify(components)).toContain('"Main":{"example":{"b":4,"__proto__":{"x":1},"c":3}}');
});
